using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Tous les évincés sont informés avant la signature.</summary>
/// <remarks>CCP, art. R2181-1 et R2182-1.</remarks>
public sealed record EvincesInformes(IReadOnlyList<string> NonInformes) : IRegle
{
    public string Code => "RG4.40";

    public string Fondement => "CCP, art. R2182-1";

    public bool EstRespectee => NonInformes.Count == 0;

    public string Message =>
        $"La suspension ne court qu'une fois tous les évincés informés. Restent : {string.Join(" ; ", NonInformes)}.";
}
