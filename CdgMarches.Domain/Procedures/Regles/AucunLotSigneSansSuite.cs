using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Une procédure dont un marché est signé ne se déclare plus sans suite.</summary>
/// <remarks>CCP, art. R2185-1 : avant la signature.</remarks>
public sealed record AucunLotSigneSansSuite(IReadOnlyList<int> LotsSignes) : IRegle
{
    public string Code => "RG4.30";

    public string Fondement => "CCP, art. R2185-1";

    public bool EstRespectee => LotsSignes.Count == 0;

    public string Message =>
        $"Le marché du lot {string.Join(", ", LotsSignes)} est signé : la procédure ne peut plus être déclarée sans suite. Donnez leur issue aux autres lots.";
}
