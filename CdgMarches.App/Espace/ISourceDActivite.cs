using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Espace;

/// <summary>Une ligne de l'activité d'un groupement.</summary>
/// <param name="Titre">Ce que c'est.</param>
/// <param name="Detail">Une précision : date, état, nombre.</param>
/// <param name="Adresse">Où en voir plus, si le lecteur peut l'ouvrir.</param>
public sealed record LigneDActivite(string Titre, string? Detail = null, string? Adresse = null);

/// <summary>Une rubrique de l'activité : ce que le coordonnateur tient à la disposition des membres.</summary>
/// <param name="Cle">Le mot de son adresse : « membres », « procedures ».</param>
/// <param name="Titre">« Membres », « Procédures ».</param>
/// <param name="Lignes">Les premières.</param>
/// <param name="Total">Combien il y en a en tout.</param>
public sealed record RubriqueDActivite(string Cle, string Titre, IReadOnlyList<LigneDActivite> Lignes, int Total);

/// <summary>Qui lit l'activité de quel groupement.</summary>
/// <param name="Acteur">Le lecteur, déjà reconnu membre du groupement ou agent du CDG.</param>
/// <param name="Groupement">Le groupement.</param>
/// <param name="Annee">L'année, pour le rapport ou le filtre ; nulle pour tout.</param>
public sealed record LectureDActivite(Acteur Acteur, GroupementId Groupement, int? Annee)
{
    /// <summary>Le premier et le dernier jour de l'année lue ; nuls pour tout.</summary>
    public (DateOnly Debut, DateOnly Fin)? Bornes =>
        Annee is { } une ? (new DateOnly(une, 1, 1), new DateOnly(une, 12, 31)) : null;
}

/// <summary>Une part de l'activité d'un groupement, qu'un domaine apporte en l'enregistrant dans les services.</summary>
/// <remarks>RG7.03 : le coordonnateur tient l'information à disposition. La page a déjà vérifié que le lecteur est membre.</remarks>
public interface ISourceDActivite
{
    /// <summary>Le rang de la rubrique sur la page et dans le rapport.</summary>
    int Ordre { get; }

    /// <summary>Le mot de l'adresse de la rubrique.</summary>
    string Cle { get; }

    string Titre { get; }

    /// <summary>Une page de la rubrique, la base ne rendant que ses lignes.</summary>
    Task<PageDe<LigneDActivite>> LireAsync(
        MarchesDbContext contexte,
        LectureDActivite lecture,
        Demande demande,
        CancellationToken annulation
    );
}
