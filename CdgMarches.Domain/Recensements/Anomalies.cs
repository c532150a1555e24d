namespace CdgMarches.Domain.Recensements;

/// <summary>Pourquoi une valeur surprend (C9).</summary>
[Flags]
public enum Anomalie
{
    Aucune = 0,

    /// <summary>|N − N-1| dépasse la moitié de N-1.</summary>
    EcartAvecN1 = 1,

    /// <summary>Rien, ou zéro, alors que N-1 était positif.</summary>
    DisparueDepuisN1 = 2,

    /// <summary>Plus du triple ou moins du tiers de la médiane des membres de même taille.</summary>
    HorsDeSaStrate = 4,
}

/// <summary>Ce que l'examen d'une ligne compare.</summary>
/// <param name="Minimum">En millièmes.</param>
/// <param name="Estime">En millièmes.</param>
/// <param name="Maximum">En millièmes.</param>
/// <param name="MontantHt">En centimes.</param>
/// <param name="N1">La valeur de référence de la campagne précédente, dans la même grandeur ; null si elle n'est pas connue.</param>
/// <param name="MedianeDeStrate">La médiane des membres de même taille ; null sous huit réponses.</param>
public readonly record struct LigneAExaminer(
    long? Minimum,
    long? Estime,
    long? Maximum,
    long? MontantHt,
    long? N1 = null,
    decimal? MedianeDeStrate = null
)
{
    /// <summary>La valeur que l'on compare : l'estimé, à défaut le maximum, le minimum, puis le montant.</summary>
    public long? Reference => Estime ?? Maximum ?? Minimum ?? MontantHt;
}

/// <summary>L'examen d'une ligne de réponse : ce qui surprend et ce qui ne tient pas.</summary>
public static class Anomalies
{
    /// <summary>En deçà de huit réponses, une médiane ne dit rien d'une strate.</summary>
    public const int ReponsesPourUneMediane = 8;

    public static bool SontOrdonnees(long? minimum, long? estime, long? maximum) =>
        !(minimum > estime) && !(estime > maximum) && !(minimum > maximum);

    public static Anomalie Examiner(in LigneAExaminer ligne)
    {
        var valeur = ligne.Reference;
        var anomalies = Anomalie.Aucune;
        if (ligne.N1 is > 0 and var n1)
        {
            if (valeur is null or 0)
            {
                anomalies |= Anomalie.DisparueDepuisN1;
            }
            else if (2 * Math.Abs(valeur.Value - n1) > n1)
            {
                anomalies |= Anomalie.EcartAvecN1;
            }
        }

        if (valeur is > 0 && ligne.MedianeDeStrate is > 0 and var mediane && (valeur > 3 * mediane || 3 * valeur < mediane))
        {
            anomalies |= Anomalie.HorsDeSaStrate;
        }

        return anomalies;
    }

    /// <summary>La médiane des valeurs d'une strate ; null si elles sont moins de <see cref="ReponsesPourUneMediane"/>.</summary>
    public static decimal? Mediane(IEnumerable<long> valeurs)
    {
        long[] triees = [.. valeurs.Order()];
        if (triees.Length < ReponsesPourUneMediane)
        {
            return null;
        }

        var milieu = triees.Length / 2;
        return triees.Length % 2 == 1 ? triees[milieu] : (triees[milieu - 1] + (decimal)triees[milieu]) / 2;
    }

    /// <summary>La phrase à côté de la ligne.</summary>
    public static string Libelle(this Anomalie anomalies)
    {
        List<string> dites = [];
        if (anomalies.HasFlag(Anomalie.EcartAvecN1))
        {
            dites.Add("écart de plus de 50 % avec N-1");
        }

        if (anomalies.HasFlag(Anomalie.DisparueDepuisN1))
        {
            dites.Add("rien alors que N-1 était positif");
        }

        if (anomalies.HasFlag(Anomalie.HorsDeSaStrate))
        {
            dites.Add("plus du triple ou moins du tiers de la médiane des membres de même taille");
        }

        return string.Join(" ; ", dites);
    }
}
