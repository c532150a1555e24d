using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Parametres;

/// <summary>La valeur estimée du besoin, celle que l'on compare aux seuils.</summary>
public static class ValeurDuBesoin
{
    private const decimal MoisParAn = 12m;

    /// <summary>Marché ordinaire : tous les lots, avec options, reconductions et primes (RG5.10, CCP art. R2121-1).</summary>
    /// <remarks>On ne découpe pas un besoin pour passer sous un seuil (art. R2121-4).</remarks>
    public static MontantHt DuMarche(
        IEnumerable<MontantHt> lots,
        IEnumerable<MontantHt>? options = null,
        IEnumerable<MontantHt>? reconductions = null,
        IEnumerable<MontantHt>? primes = null
    ) => MontantHt.Somme([.. lots, .. options ?? [], .. reconductions ?? [], .. primes ?? []]);

    /// <summary>Accord-cadre : le maximum de tous les membres sur toute la durée (RG5.11, CCP art. R2121-8).</summary>
    /// <remarks>Trois membres, 20 000, 25 000 et 9 000 € par an pendant quatre ans : 216 000 €, formalisé en 2026.</remarks>
    /// <param name="maximumsAnnuels">Le maximum par an de chaque membre.</param>
    /// <param name="dureeEnMois">La durée de l'accord-cadre, reconductions comprises.</param>
    /// <exception cref="ArgumentOutOfRangeException">La durée est nulle ou négative.</exception>
    public static MontantHt DeLAccordCadre(IEnumerable<MontantHt> maximumsAnnuels, int dureeEnMois)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dureeEnMois);
        return MontantHt.Arrondir(MontantHt.Somme(maximumsAnnuels).Euros * dureeEnMois / MoisParAn);
    }
}
