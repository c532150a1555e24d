using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches.Regles;

/// <summary>Une commande a un montant positif.</summary>
/// <remarks>Saisie.</remarks>
public sealed record MontantDeCommandePositif(MontantHt Montant) : IRegle
{
    public string Code => "RG4.73";

    public string Fondement => "CCP, art. R2162-13";

    public string? Champ => "commande-montant";

    public bool EstRespectee => Montant > MontantHt.Zero;

    public string Message => "Indiquez un montant supérieur à zéro.";
}
