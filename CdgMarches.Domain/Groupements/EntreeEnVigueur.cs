using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Le jour où une convention entre en vigueur, ou tout ce qui l'en empêche encore.</summary>
/// <remarks>
/// RG1.12. La plus tardive de la dernière signature, de la transmission au contrôle de légalité et de la publication ;
/// l'article 6.1 de la convention à trois omet la publication, l'article 2, plus strict, l'emporte.
/// </remarks>
public sealed record EntreeEnVigueur(DateOnly? Le, IReadOnlyList<string> Manquent)
{
    public bool EstAcquise(DateOnly jour) => Le is { } le && le <= jour;

    public static EntreeEnVigueur De(
        IReadOnlyList<(string Partie, DateOnly? SigneeLe)> signatures,
        DateOnly? transmiseLe,
        DateOnly? publieeLe,
        bool publicationRequise
    )
    {
        List<string> manquent =
        [
            .. signatures.Count == 0 ? ["les parties"] : Array.Empty<string>(),
            .. signatures.Where(s => s.SigneeLe is null).Select(s => $"la signature de {s.Partie}"),
            .. transmiseLe is null ? ["la transmission au contrôle de légalité"] : Array.Empty<string>(),
            .. publicationRequise && publieeLe is null ? ["la publication"] : Array.Empty<string>(),
        ];
        return new EntreeEnVigueur(
            manquent.Count > 0
                ? null
                : signatures.Select(s => s.SigneeLe).Append(transmiseLe).Append(publicationRequise ? publieeLe : null).Max(),
            manquent
        );
    }

    public string Message =>
        Le is { } le ? $"En vigueur le {EnClair.Date(le)}." : $"Pas en vigueur. Il manque {string.Join(", ", Manquent)}.";
}
