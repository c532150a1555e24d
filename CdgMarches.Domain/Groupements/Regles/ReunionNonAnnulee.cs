using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Une réunion annulée ne bouge plus.</summary>
/// <remarks>RG7.04.</remarks>
public sealed record ReunionNonAnnulee(DateOnly? AnnuleeLe) : IRegleDeConvention
{
    public string Code => "RG7.04";

    public string Article => "3.3";

    public bool EstRespectee => AnnuleeLe is null;

    public string Message =>
        $"Cette réunion a été annulée le {(AnnuleeLe is { } jour ? EnClair.Date(jour) : "—")} : prévoyez-en une autre.";
}
