using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Un avenant en vigueur, à chercher dans le corpus.</summary>
public sealed record AvenantApplicable(int Numero, DateOnly EffetLe);

/// <summary>Ce que reçoit qui entre un jour donné, et ce qui y manque : la convention, un avenant en vigueur (convention, art. 6.3, al. 2).</summary>
/// <param name="Documents">Les documents opposables qui valent ce jour-là, du plus ancien au plus récent.</param>
/// <param name="SansConvention">La convention signée n'y est pas.</param>
/// <param name="Absents">Les avenants en vigueur qui n'y sont pas.</param>
public sealed record CorpusEnVigueur(
    IReadOnlyList<DocumentOpposable> Documents,
    bool SansConvention,
    IReadOnlyList<AvenantApplicable> Absents
)
{
    public bool EstComplet => !SansConvention && Absents.Count == 0;

    /// <summary>« la convention signée », « l'avenant 2, en vigueur le 25 novembre 2026 ».</summary>
    public IReadOnlyList<string> Manquent =>
        [
            .. SansConvention ? ["la convention signée"] : Array.Empty<string>(),
            .. Absents.Select(a => $"l'avenant {a.Numero.ToString(Francais.Culture)}, en vigueur le {EnClair.Date(a.EffetLe)}"),
        ];

    /// <param name="documents">Tout ce qui est déposé.</param>
    /// <param name="avenants">Tous les avenants qui ont pris effet.</param>
    /// <param name="jour">Le jour où l'on entre.</param>
    public static CorpusEnVigueur De(
        IEnumerable<DocumentOpposable> documents,
        IEnumerable<AvenantApplicable> avenants,
        DateOnly jour
    )
    {
        var enVigueur = documents.Where(d => d.Du <= jour).OrderBy(d => d.Du).ToList();
        return new CorpusEnVigueur(
            enVigueur,
            !enVigueur.Exists(d => d.Genre is GenreDeDocumentOpposable.Convention),
            [.. avenants.Where(a => a.EffetLe <= jour && !enVigueur.Exists(d => d.EstLAvenant(a))).OrderBy(a => a.Numero)]
        );
    }
}
