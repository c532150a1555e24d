using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches.Regles;

/// <summary>Une reconduction suit celle qui la précède.</summary>
/// <remarks>RG4.75.</remarks>
public sealed record ReconductionDansLOrdre(bool PrecedentesReconduites) : IRegle
{
    public string Code => "RG4.75";

    public string Fondement => "CCP, art. R2112-4";

    public bool EstRespectee => PrecedentesReconduites;

    public string Message => "Décidez d'abord la reconduction précédente : une période ne suit que celle qui a eu lieu.";
}
