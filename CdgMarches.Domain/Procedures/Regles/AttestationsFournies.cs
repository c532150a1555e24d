using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>L'attributaire a fourni ses attestations avant la signature.</summary>
/// <remarks>CCP, art. R2144-4.</remarks>
public sealed record AttestationsFournies(bool SontFournies) : IRegle
{
    public string Code => "RG4.35";

    public string Fondement => "CCP, art. R2144-4";

    public bool EstRespectee => SontFournies;

    public string Message => "L'attributaire pressenti n'a pas encore fourni ses attestations : elles précèdent la signature.";
}
