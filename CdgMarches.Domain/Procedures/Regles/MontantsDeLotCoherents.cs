using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Les montants d'un lot sont positifs et rangés : minimum, estimation, maximum.</summary>
/// <remarks>RG5.20 ; CCP, art. R2162-4.</remarks>
public sealed record MontantsDeLotCoherents(MontantHt? Minimum, MontantHt? Estimation, MontantHt? Maximum) : IRegle
{
    public string Code => "RG5.20";

    public string Fondement => "CCP, art. R2162-4";

    public string? Champ => "lot-maximum";

    public bool EstRespectee =>
        Minimum is not { EstNegatif: true }
        && Estimation is not { EstNegatif: true }
        && Maximum is not { Centimes: <= 0 }
        && (Minimum is not { } bas || Maximum is not { } haut || bas <= haut)
        && (Estimation is not { } estime || Maximum is not { } borne || estime <= borne);

    public string Message =>
        "Les montants du lot se contredisent : ni négatif, ni maximum nul, le minimum et l'estimation ne dépassent pas le maximum.";
}
