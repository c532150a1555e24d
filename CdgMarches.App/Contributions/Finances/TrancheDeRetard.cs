namespace CdgMarches.App.Contributions.Finances;

/// <summary>Une ancienneté d'impayés, en jours passés depuis l'échéance de paiement.</summary>
/// <param name="Code">Le filtre de la liste des appels.</param>
/// <param name="Libelle">Ce que la balance en dit.</param>
/// <param name="Plus">Les jours à dépasser.</param>
/// <param name="Jusqua">Le dernier jour compris.</param>
public sealed record TrancheDeRetard(string Code, string Libelle, int Plus, int Jusqua)
{
    public static IReadOnlyList<TrancheDeRetard> Toutes { get; } =
    [
        new("non-echu", "Pas encore échu", int.MinValue, 0),
        new("30", "1 à 30 jours", 0, 30),
        new("60", "31 à 60 jours", 30, 60),
        new("90", "61 à 90 jours", 60, 90),
        new("plus", "Plus de 90 jours", 90, int.MaxValue),
    ];

    public bool Contient(int jours) => jours > Plus && jours <= Jusqua;
}
