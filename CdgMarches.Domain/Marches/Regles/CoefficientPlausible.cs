using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches.Regles;

/// <summary>Un coefficient de révision est positif.</summary>
/// <remarks>CCP, art. R2112-13.</remarks>
public sealed record CoefficientPlausible(decimal Coefficient) : IRegle
{
    public string Code => "RG4.1";

    public string Fondement => "CCP, art. R2112-13";

    public string? Champ => "revision-coefficient";

    public bool EstRespectee => Coefficient is > 0m and < 10m;

    public string Message => "Le coefficient de révision est un nombre positif, proche de 1.";
}
