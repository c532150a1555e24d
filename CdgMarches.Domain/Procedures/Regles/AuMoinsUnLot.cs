using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>On ne lance pas une procédure sans lot.</summary>
/// <remarks>CCP, art. L2113-10. Un marché non alloti a un seul lot.</remarks>
public sealed record AuMoinsUnLot(int Lots) : IRegle
{
    public string Code => "RG4.74";

    public string Fondement => "CCP, art. L2113-10";

    public bool EstRespectee => Lots > 0;

    public string Message => "Ajoutez au moins un lot avant de lancer la procédure ; un marché non alloti en a un seul.";
}
