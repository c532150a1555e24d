using CdgMarches.Database;
using CdgMarches.Domain.Groupements;

namespace CdgMarches.App.Espace;

/// <summary>Une ligne de l'activité d'un groupement.</summary>
/// <param name="Titre">Ce que c'est.</param>
/// <param name="Detail">Une précision : date, état, nombre.</param>
/// <param name="Adresse">Où en voir plus, si le membre peut l'ouvrir.</param>
public sealed record LigneDActivite(string Titre, string? Detail = null, string? Adresse = null);

/// <summary>Une rubrique de l'activité : ce que le coordonnateur tient à la disposition des membres.</summary>
/// <param name="Titre">« Membres », « Procédures ».</param>
/// <param name="Lignes">Cinquante au plus.</param>
/// <param name="Total">Combien il y en a en tout.</param>
public sealed record RubriqueDActivite(string Titre, IReadOnlyList<LigneDActivite> Lignes, int Total);

/// <summary>Une part de l'activité d'un groupement, qu'un domaine apporte en l'enregistrant dans les services.</summary>
/// <remarks>RG7.03 : le coordonnateur tient l'information à disposition. La page a déjà vérifié que le lecteur est membre.</remarks>
public interface ISourceDActivite
{
    /// <summary>Le rang de la rubrique sur la page et dans le rapport.</summary>
    int Ordre { get; }

    /// <param name="contexte">Le contexte de la lecture.</param>
    /// <param name="groupement">Le groupement du membre.</param>
    /// <param name="annee">L'année, pour le rapport ; nulle pour tout.</param>
    /// <param name="annulation">Abandonne la lecture.</param>
    Task<RubriqueDActivite> LireAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        int? annee,
        CancellationToken annulation
    );
}
