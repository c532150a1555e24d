using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches.Regles;

/// <summary>Le montant maximal sous-traité est positif.</summary>
/// <remarks>CCP, art. R2193-1.</remarks>
public sealed record MontantTtcPositif(MontantTtc Montant) : IRegle
{
    public string Code => "RG4.90";

    public string Fondement => "CCP, art. R2193-1";

    public string? Champ => "sous-traitant-montant";

    public bool EstRespectee => Montant > MontantTtc.Zero;

    public string Message => "Indiquez le montant maximal à sous-traiter, toutes taxes comprises.";
}
