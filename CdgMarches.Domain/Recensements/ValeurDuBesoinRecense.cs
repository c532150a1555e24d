using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements;

/// <summary>Les sommes d'une ligne de catalogue sur les réponses qui comptent.</summary>
/// <param name="RetenuMilliemes">La somme du maximum de chaque réponse, ou de son estimé, ou de son minimum, quand il manque.</param>
/// <param name="SansMaximum">Le nombre de réponses où l'estimé, faute de maximum, a été retenu.</param>
/// <param name="MontantHtCentimes">La somme des montants demandés.</param>
/// <param name="PrixUnitaireEstime">Le prix estimé de la ligne.</param>
public readonly record struct BesoinDeLigne(
    long RetenuMilliemes,
    int SansMaximum,
    long MontantHtCentimes,
    decimal? PrixUnitaireEstime
);

/// <summary>La valeur estimée d'un besoin recensé sur toute la durée de l'accord-cadre.</summary>
/// <param name="Valeur">Le total, hors taxes.</param>
/// <param name="LignesSansValeur">Les lignes qui ont des quantités mais ni prix estimé ni montant : elles comptent pour zéro, et on le dit.</param>
/// <param name="ReponsesSansMaximum">Les réponses où l'estimé a tenu lieu de maximum.</param>
public sealed record ValeurRecensee(MontantHt Valeur, int LignesSansValeur, int ReponsesSansMaximum);

/// <summary>Calcule la valeur du besoin à partir de la consolidation (RG5.11, CCP art. R2121-8).</summary>
public static class ValeurDuBesoinRecense
{
    /// <summary>
    /// Maximum, à défaut estimé, × prix unitaire estimé, ou le montant HT demandé ; des quantités annuelles se multiplient par la
    /// durée. Un seul arrondi par ligne, au centime.
    /// </summary>
    public static MontantHt? DeLaLigne(in BesoinDeLigne ligne, PeriodeDesQuantites periode, int dureeEnAnnees)
    {
        var fois = periode is PeriodeDesQuantites.Annuelle ? dureeEnAnnees : 1;
        return ligne switch
        {
            { PrixUnitaireEstime: { } prix, RetenuMilliemes: not 0 } => MontantHt.Arrondir(
                ligne.RetenuMilliemes / 1000m * prix * fois
            ),
            { MontantHtCentimes: not 0 } => MontantHt.DeCentimes(checked(ligne.MontantHtCentimes * fois)),
            { RetenuMilliemes: 0 } => MontantHt.Zero,
            _ => null,
        };
    }

    public static ValeurRecensee Totaliser(IEnumerable<BesoinDeLigne> lignes, PeriodeDesQuantites periode, int dureeEnAnnees)
    {
        var (total, sansValeur, sansMaximum) = (MontantHt.Zero, 0, 0);
        foreach (var ligne in lignes)
        {
            sansMaximum += ligne.SansMaximum;
            if (DeLaLigne(ligne, periode, dureeEnAnnees) is { } valeur)
            {
                total += valeur;
            }
            else
            {
                sansValeur++;
            }
        }

        return new ValeurRecensee(total, sansValeur, sansMaximum);
    }
}
