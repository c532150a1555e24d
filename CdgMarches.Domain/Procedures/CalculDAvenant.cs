using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures;

/// <summary>Les six cas où un marché se modifie sans nouvelle procédure (CCP, art. R2194-1 à R2194-8).</summary>
public enum CasDAvenant
{
    ClauseDeReexamen,
    Supplementaires,
    CirconstancesImprevues,
    NouveauTitulaire,
    NonSubstantielle,
    FaibleMontant,
}

public static class CasDAvenants
{
    public static string Libelle(this CasDAvenant cas) =>
        cas switch
        {
            CasDAvenant.ClauseDeReexamen => "Clause de réexamen (R2194-1)",
            CasDAvenant.Supplementaires => "Prestations supplémentaires devenues nécessaires (R2194-2)",
            CasDAvenant.CirconstancesImprevues => "Circonstances imprévues (R2194-5)",
            CasDAvenant.NouveauTitulaire => "Remplacement du titulaire (R2194-6)",
            CasDAvenant.NonSubstantielle => "Modification non substantielle (R2194-7)",
            CasDAvenant.FaibleMontant => "Modification de faible montant (R2194-8)",
        };

    /// <summary>Vrai si, en procédure formalisée, la modification appelle un avis (CCP, art. R2194-10).</summary>
    public static bool AppelleUnAvis(this CasDAvenant cas) =>
        cas is CasDAvenant.Supplementaires or CasDAvenant.CirconstancesImprevues;
}

/// <summary>Les montants qu'un avenant met en jeu, comparés comme montants et jamais comme pourcentages arrondis (RG4.80).</summary>
/// <param name="Initial">Le montant initial, clause de variation des prix prise en compte (R2194-4).</param>
/// <param name="Anterieurs">Les avenants antérieurs qui se cumulent.</param>
/// <param name="Montant">L'avenant lui-même ; négatif s'il diminue.</param>
public sealed record CalculDAvenant(MontantHt Initial, IReadOnlyList<MontantHt> Anterieurs, MontantHt Montant)
{
    public MontantHt Cumul => MontantHt.Somme(Anterieurs) + Montant;

    /// <summary>Le cumul en points de pourcentage, arrondi à deux décimales : pour l'affichage seulement.</summary>
    public decimal Pourcentage =>
        Initial == MontantHt.Zero ? 0m : decimal.Round(Cumul.Euros / Initial.Euros * 100m, 2, MidpointRounding.AwayFromZero);

    /// <summary>Vrai si le cumul est strictement inférieur à cette part du montant initial.</summary>
    public bool CumulInferieurA(decimal points) => Cumul.Euros * 100m < Initial.Euros * points;

    /// <summary>Vrai si le cumul dépasse strictement cette part : l'égalité ne dépasse pas (RG2.40).</summary>
    public bool CumulSuperieurA(decimal points) => Cumul.Euros * 100m > Initial.Euros * points;

    /// <summary>Vrai si l'avenant, seul, ne dépasse pas cette part : l'égalité est permise (RG4.81).</summary>
    public bool SeulDansLaLimiteDe(decimal points) => Montant.Euros * 100m <= Initial.Euros * points;
}
