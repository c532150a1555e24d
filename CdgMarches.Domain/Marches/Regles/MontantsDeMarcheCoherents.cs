using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches.Regles;

/// <summary>Les montants d'un marché sont positifs et rangés.</summary>
/// <remarks>CCP, art. R2162-4.</remarks>
public sealed record MontantsDeMarcheCoherents(MontantHt Montant, MontantHt? Minimum, MontantHt? Maximum) : IRegle
{
    public string Code => "RG4.72";

    public string Fondement => "CCP, art. R2162-4";

    public string? Champ => "montant";

    public bool EstRespectee =>
        !Montant.EstNegatif
        && Minimum is not { EstNegatif: true }
        && (Minimum is not { } bas || Maximum is not { } haut || bas <= haut);

    public string Message => "Les montants se contredisent : ni négatif, et le minimum ne dépasse pas le maximum.";
}
