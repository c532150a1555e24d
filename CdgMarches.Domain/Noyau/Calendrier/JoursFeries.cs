using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace CdgMarches.Domain.Noyau.Calendrier;

/// <summary>Les jours fériés d'une année dans une zone (RG8.01).</summary>
/// <remarks>
/// C'est un ensemble : l'Ascension est tombée le 1er mai en 2008 et tombera le 8 mai en 2059, cette année-là compte un jour
/// de moins. Un jour férié n'arrête ni ne prolonge un délai franc de convocation (RG2.10).
/// </remarks>
public static class JoursFeries
{
    /// <summary>La première année de la règle grégorienne de Pâques.</summary>
    private const int PremiereAnneeGregorienne = 1583;

    private static readonly ConcurrentDictionary<
        (int Annee, ZoneDeJoursFeries Zone),
        FrozenDictionary<DateOnly, string>
    > Annees = [];

    /// <exception cref="ArgumentOutOfRangeException">L'année est antérieure au calendrier grégorien ou au-delà de 9999.</exception>
    public static IReadOnlySet<DateOnly> DeLAnnee(int annee, ZoneDeJoursFeries zone) =>
        NomsDeLAnnee(annee, zone).Keys.ToFrozenSet();

    /// <summary>Les jours fériés de l'année avec leur nom, dans l'ordre des dates.</summary>
    public static IReadOnlyList<JourFerie> ListeDeLAnnee(int annee, ZoneDeJoursFeries zone) =>
        [.. NomsDeLAnnee(annee, zone).OrderBy(j => j.Key).Select(j => new JourFerie(j.Key, j.Value))];

    public static bool Est(DateOnly jour, ZoneDeJoursFeries zone) => NomsDeLAnnee(jour.Year, zone).ContainsKey(jour);

    /// <summary>Le nom du jour férié, ou null si ce jour n'en est pas un.</summary>
    public static string? Nom(DateOnly jour, ZoneDeJoursFeries zone) => NomsDeLAnnee(jour.Year, zone).GetValueOrDefault(jour);

    /// <summary>Le dimanche de Pâques, par le comput grégorien.</summary>
    /// <exception cref="ArgumentOutOfRangeException">L'année est antérieure au calendrier grégorien ou au-delà de 9999.</exception>
    public static DateOnly Paques(int annee)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(annee, PremiereAnneeGregorienne);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(annee, DateOnly.MaxValue.Year);

        // Comput anonyme de 1876 : âge de la lune (epacte), puis le dimanche qui suit la pleine lune pascale.
        var (siecle, rang) = Math.DivRem(annee, 100);
        var nombreDOr = annee % 19;
        var correctionSolaire = (siecle + 8) / 25;
        var correctionLunaire = (siecle - correctionSolaire + 1) / 3;
        var epacte = ((19 * nombreDOr) + siecle - (siecle / 4) - correctionLunaire + 15) % 30;
        var versDimanche = (32 + (2 * (siecle % 4)) + (2 * (rang / 4)) - epacte - (rang % 4)) % 7;
        var recul = (nombreDOr + (11 * epacte) + (22 * versDimanche)) / 451;
        var (mois, jour) = Math.DivRem(epacte + versDimanche - (7 * recul) + 114, 31);
        return new DateOnly(annee, mois, jour + 1);
    }

    private static FrozenDictionary<DateOnly, string> NomsDeLAnnee(int annee, ZoneDeJoursFeries zone) =>
        Annees.GetOrAdd((annee, zone), static cle => Calculer(cle.Annee, cle.Zone));

    private static FrozenDictionary<DateOnly, string> Calculer(int annee, ZoneDeJoursFeries zone)
    {
        var paques = Paques(annee);
        return TableDesJoursFeries
            .Lignes.Where(ligne => ligne.Vaut(annee, zone))
            .GroupBy(ligne => ligne.Date(annee, paques))
            .ToFrozenDictionary(jour => jour.Key, jour => string.Join(" et ", jour.Select(ligne => ligne.Nom)));
    }
}
