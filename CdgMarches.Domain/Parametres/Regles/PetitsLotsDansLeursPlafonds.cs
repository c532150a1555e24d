using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Parametres.Regles;

/// <summary>Des lots d'une procédure formalisée ne passent en procédure adaptée que petits, un par un et ensemble.</summary>
/// <remarks>
/// RG5.14. CCP, art. R2123-1, 2° : chacun strictement sous le plafond (80 000 € en fournitures et services, 1 000 000 € en
/// travaux) et leur total au plus à 20 % de tous les lots. L'égalité à 20 % est permise ; on compare les montants, jamais un
/// pourcentage arrondi.
/// </remarks>
/// <param name="Choisis">La valeur des lots que l'on voudrait passer en procédure adaptée.</param>
/// <param name="TotalDesLots">La valeur de tous les lots de la procédure, ceux-là compris.</param>
/// <param name="PlafondParLot">Le plafond d'un petit lot, exclu.</param>
/// <param name="PartMaximale">La part maximale de l'ensemble, en points de pourcentage, incluse.</param>
public sealed record PetitsLotsDansLeursPlafonds(
    IReadOnlyList<MontantHt> Choisis,
    MontantHt TotalDesLots,
    MontantHt PlafondParLot,
    decimal PartMaximale
) : IRegle
{
    public string Code => "RG5.14";

    public string Fondement => "CCP, art. R2123-1, 2°";

    public bool EstRespectee =>
        Choisis.All(lot => lot < PlafondParLot) && TotalDesChoisis.Euros * 100m <= PartMaximale * TotalDesLots.Euros;

    public string Message =>
        $"Ces lots ne peuvent pas passer en procédure adaptée : chacun doit être inférieur à {EnClair.Montant(PlafondParLot)} et leur total, "
        + $"{EnClair.Montant(TotalDesChoisis)}, ne pas dépasser {PartMaximale.ToString("0.##", Francais.Culture)} % de l'ensemble des lots "
        + $"({EnClair.Montant(TotalDesLots)}). Retirez-en, ou gardez-les dans la procédure formalisée.";

    private MontantHt TotalDesChoisis => MontantHt.Somme(Choisis);
}
