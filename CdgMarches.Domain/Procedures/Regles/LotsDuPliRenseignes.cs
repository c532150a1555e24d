using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Un pli vise au moins un lot.</summary>
/// <remarks>CCP, art. R2151-6.</remarks>
public sealed record LotsDuPliRenseignes(int Lots) : IRegle
{
    public string Code => "RG4.1";

    public string Fondement => "CCP, art. R2151-6";

    public string? Champ => "pli-lots";

    public bool EstRespectee => Lots > 0;

    public string Message => "Indiquez le ou les lots visés par le pli, séparés par des points-virgules.";
}
