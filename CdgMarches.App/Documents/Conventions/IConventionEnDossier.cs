using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Documents.Conventions;

/// <summary>Une sorte de convention que l'on réunit en dossier : ses parties, ses annexes et la nature de son texte.</summary>
public interface IConventionEnDossier
{
    /// <summary>Le type de la convention, comme au journal.</summary>
    string ObjetType { get; }

    /// <summary>La nature de document qui en est le texte.</summary>
    string Nature { get; }

    /// <summary>Le droit exigé pour changer le dossier.</summary>
    string Droit { get; }

    /// <returns>Les faits, ou null si la convention n'existe pas ou n'est pas du périmètre.</returns>
    Task<FaitsDeConvention?> LireAsync(Acteur acteur, Guid objet, CancellationToken annulation);
}

/// <summary>Ce que la convention attend de son dossier.</summary>
/// <param name="Titre">« Convention d'accès CA-2026-004, commune d'Arras ».</param>
/// <param name="Adresse">Sa page.</param>
/// <param name="Groupement">Son groupement, s'il y en a un.</param>
/// <param name="Collectivite">Sa collectivité, s'il n'y en a qu'une.</param>
/// <param name="Parties">Les parties, et qui signe.</param>
/// <param name="Annexes">Les annexes citées.</param>
public sealed record FaitsDeConvention(
    string Titre,
    string Adresse,
    GroupementId? Groupement,
    CollectiviteId? Collectivite,
    IReadOnlyList<PartieSignataire> Parties,
    IReadOnlyList<AnnexeDeLaConvention> Annexes
);

/// <summary>Une annexe citée par la convention.</summary>
/// <param name="Code">Ce qui la distingue dans le dossier.</param>
/// <param name="Libelle">Son nom.</param>
/// <param name="Piece">La pièce que la capacité connaît déjà (délibération d'un membre).</param>
/// <param name="DansLeTexte">Vrai si le texte la porte lui-même (grille en vigueur).</param>
public sealed record AnnexeDeLaConvention(string Code, string Libelle, Guid? Piece = null, bool DansLeTexte = false);
