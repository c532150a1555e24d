using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Chaque lot d'un accord-cadre a un maximum.</summary>
/// <remarks>RG4.72. CJUE C-23/20 Simonsen &amp; Weel ; décret 2021-1111.</remarks>
public sealed record MaximumDansChaqueLot(IReadOnlyList<int> LotsSansMaximum) : IRegle
{
    public string Code => "RG4.72";

    public string Fondement => "CCP, art. R2162-4";

    public string? Champ => "lot-maximum";

    public bool EstRespectee => LotsSansMaximum.Count == 0;

    public string Message =>
        $"Un accord-cadre a un maximum par lot, en valeur ou en quantité : fixez celui du lot {string.Join(", ", LotsSansMaximum)}.";
}
