using System.Globalization;
using System.Text.RegularExpressions;

namespace CdgMarches.Domain.Noyau;

/// <summary>Les dates qu'un texte libre cite : « 31 décembre 2026 », « 1er juillet 2026 » ou « 31/12/2026 ».</summary>
public static partial class DatesEnClair
{
    /// <returns>Chaque date une fois, dans l'ordre du calendrier ; rien si le texte n'en cite pas.</returns>
    public static IReadOnlyList<DateOnly> Lire(string? texte) =>
        [
            .. Citees()
                .Matches(texte ?? "")
                .Select(m => De(m.Groups["jour"].Value, m.Groups["mois"].Value, m.Groups["annee"].Value))
                .OfType<DateOnly>()
                .Distinct()
                .Order(),
        ];

    private static DateOnly? De(string jour, string mois, string annee) =>
        DateOnly.TryParseExact(
            $"{jour} {mois.ToLower(Francais.Culture)} {annee}",
            ["d MMMM yyyy", "d M yyyy"],
            Francais.Culture,
            DateTimeStyles.None,
            out var lue
        )
            ? lue
            : null;

    [GeneratedRegex(
        @"\b(?<jour>\d{1,2})(?:er)?(?:\s+(?<mois>janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\s+|/(?<mois>\d{1,2})/)(?<annee>\d{4})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Citees();
}
