using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>On ne passe au suivant qu'une fois le délai passé sans attestations.</summary>
/// <remarks>CCP, art. R2144-7.</remarks>
public sealed record DelaiDesAttestationsPasse(DateOnly Jour, OffreDeLot? Offre) : IRegle
{
    public string Code => "RG4.35";

    public string Fondement => "CCP, art. R2144-7";

    public bool EstRespectee => Offre is { AttestationsRecuesLe: null, AttestationsAvant: { } avant } && Jour > avant;

    public string Message =>
        "L'attributaire pressenti est encore dans son délai, ou a fourni ses attestations : il ne peut pas être écarté.";
}
