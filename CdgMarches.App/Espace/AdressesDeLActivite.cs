using System.Globalization;
using CdgMarches.App.Socle.Composants;

namespace CdgMarches.App.Espace;

/// <summary>Ce que les pages de l'activité d'un groupement partagent : leur fil, et l'année de leur adresse.</summary>
internal static class AdressesDeLActivite
{
    public static IReadOnlyList<Lien> Fil { get; } = [new("Mon espace", "/espace"), new("Nos adhésions", "/espace/adhesions")];

    /// <summary>Le fil d'une page sous l'activité d'un groupement.</summary>
    public static IReadOnlyList<Lien> Sous(Guid groupement) =>
        [.. Fil, new("Activité du groupement", $"/espace/activite/{groupement}")];

    /// <summary>Les années où le groupement a existé, la dernière d'abord, dans la limite de ce qu'une page en offre.</summary>
    public static IEnumerable<int> Annees(DateOnly debut, DateOnly jour, int montrees) =>
        Enumerable.Range(0, montrees).Select(n => jour.Year - n).TakeWhile(a => a >= debut.Year);

    /// <summary>L'année d'une adresse, dans des bornes de bon sens ; nulle pour tout.</summary>
    public static int? Annee(string? texte) =>
        int.TryParse(texte, CultureInfo.InvariantCulture, out var annee) && annee is >= 2000 and <= 2100 ? annee : null;
}
