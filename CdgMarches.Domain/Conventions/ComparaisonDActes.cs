using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <summary>Ce qui change d'un état des actes à un autre, en clair.</summary>
internal static class ComparaisonDActes
{
    private static readonly (string Acte, Func<ActesDAcces, string?> Lire)[] Champs =
    [
        ("délibération de la collectivité", a => Dire(a.DelibereeLe, a.NumeroDeDeliberation)),
        ("signature de la collectivité", a => Dire(a.SigneeParLaCollectiviteLe, a.SignataireDeLaCollectivite)),
        ("signature du CDG", a => Dire(a.SigneeParLeCdgLe, a.SignataireDuCdg)),
        ("date d'effet", a => Dire(a.Effet, null)),
    ];

    public static IReadOnlyList<(string Acte, string? Avant, string? Apres)> Comparer(ActesDAcces avant, ActesDAcces apres) =>
        [
            .. Champs
                .Select(c => (c.Acte, Avant: c.Lire(avant), Apres: c.Lire(apres)))
                .Where(c => !string.Equals(c.Avant, c.Apres, StringComparison.Ordinal)),
        ];

    private static string? Dire(DateOnly? jour, string? precision) =>
        (jour, precision) switch
        {
            (null, null) => null,
            ({ } j, null) => EnClair.Date(j),
            (null, { } p) => p,
            ({ } j, { } p) => $"{EnClair.Date(j)}, {p}",
        };
}
