using System.Globalization;
using CdgMarches.Domain.Noyau.Calendrier;

namespace CdgMarches.Tests.Noyau.Calendrier;

public sealed class JoursFeriesTests
{
    /// <summary>Pâques de 2006 à 2031, la période sur laquelle les données officielles ont été comparées.</summary>
    private const string PaquesDe2006A2031 =
        "0416 0408 0323 0412 0404 0424 0408 0331 0420 0405 0327 0416 0401 "
        + "0421 0412 0404 0417 0409 0331 0420 0405 0328 0416 0401 0421 0413";

    [Fact]
    public void Paques_tombe_le_jour_des_tables_de_2006_a_2031()
    {
        var attendus = PaquesDe2006A2031
            .Split(' ')
            .Select((jour, i) => DateOnly.ParseExact($"{2006 + i}{jour}", "yyyyMMdd", CultureInfo.InvariantCulture));

        Assert.Equal(attendus, Enumerable.Range(2006, 26).Select(JoursFeries.Paques));
    }

    [Theory]
    [InlineData(1818, 3, 22)] // le plus tôt possible
    [InlineData(1943, 4, 25)] // le plus tard possible
    [InlineData(1954, 4, 18)] // épacte 25, l'exception du comput
    [InlineData(1981, 4, 19)] // épacte 24, l'autre exception
    [InlineData(2000, 4, 23)]
    [InlineData(2049, 4, 18)]
    public void Paques_suit_les_exceptions_du_comput(int annee, int mois, int jour) =>
        Assert.Equal(new DateOnly(annee, mois, jour), JoursFeries.Paques(annee));

    [Fact]
    public void Paques_est_toujours_un_dimanche_du_22_mars_au_25_avril() =>
        Assert.All(
            Enumerable.Range(1583, 1000),
            annee =>
            {
                var paques = JoursFeries.Paques(annee);
                Assert.Equal(DayOfWeek.Sunday, paques.DayOfWeek);
                Assert.InRange(paques, new DateOnly(annee, 3, 22), new DateOnly(annee, 4, 25));
            }
        );

    [Fact]
    public void La_metropole_a_onze_jours_feries_en_2026()
    {
        string[] attendus =
        [
            "2026-01-01 Jour de l'an",
            "2026-04-06 Lundi de Pâques",
            "2026-05-01 Fête du Travail",
            "2026-05-08 Victoire de 1945",
            "2026-05-14 Ascension",
            "2026-05-25 Lundi de Pentecôte",
            "2026-07-14 Fête nationale",
            "2026-08-15 Assomption",
            "2026-11-01 Toussaint",
            "2026-11-11 Armistice de 1918",
            "2026-12-25 Noël",
        ];

        var obtenus = JoursFeries.ListeDeLAnnee(2026, ZoneDeJoursFeries.Metropole).Select(j => $"{j.Date:O} {j.Nom}");

        Assert.Equal(attendus, obtenus);
    }

    [Theory]
    [InlineData(1997, 5, 8)]
    [InlineData(2008, 5, 1)]
    [InlineData(2059, 5, 8)]
    public void Une_Ascension_sur_un_jour_deja_ferie_en_fait_un_de_moins(int annee, int mois, int jour)
    {
        var feries = JoursFeries.DeLAnnee(annee, ZoneDeJoursFeries.Metropole);

        Assert.Equal(10, feries.Count);
        Assert.Contains(
            "Ascension",
            JoursFeries.Nom(new DateOnly(annee, mois, jour), ZoneDeJoursFeries.Metropole),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(ZoneDeJoursFeries.AlsaceMoselle, 4, 3)]
    [InlineData(ZoneDeJoursFeries.AlsaceMoselle, 12, 26)]
    [InlineData(ZoneDeJoursFeries.Mayotte, 4, 27)]
    [InlineData(ZoneDeJoursFeries.Martinique, 5, 22)]
    [InlineData(ZoneDeJoursFeries.Guadeloupe, 5, 27)]
    [InlineData(ZoneDeJoursFeries.Guyane, 6, 10)]
    [InlineData(ZoneDeJoursFeries.SaintBarthelemy, 10, 9)]
    [InlineData(ZoneDeJoursFeries.LaReunion, 12, 20)]
    [InlineData(ZoneDeJoursFeries.SaintMartin, 5, 28)]
    public void Un_jour_local_n_est_ferie_que_dans_sa_zone(ZoneDeJoursFeries zone, int mois, int jour)
    {
        var date = new DateOnly(2026, mois, jour);

        Assert.All(Enum.GetValues<ZoneDeJoursFeries>(), autre => Assert.Equal(autre == zone, JoursFeries.Est(date, autre)));
    }

    [Theory]
    [InlineData(2017, 27)]
    [InlineData(2018, 28)]
    public void Saint_Martin_a_change_de_jour_en_2018(int annee, int jour)
    {
        var feries = JoursFeries.DeLAnnee(annee, ZoneDeJoursFeries.SaintMartin);

        Assert.Equal(12, feries.Count);
        Assert.Contains(new DateOnly(annee, 5, jour), feries);
    }

    [Fact]
    public void Chaque_zone_a_le_nombre_de_jours_de_la_table_sauf_coincidence() =>
        Assert.All(
            Enumerable.Range(2000, 61),
            annee =>
            {
                var coincidence = JoursFeries.Paques(annee).AddDays(39) is { Month: 5, Day: 1 or 8 } ? 1 : 0;
                Assert.Equal(11 - coincidence, JoursFeries.DeLAnnee(annee, ZoneDeJoursFeries.Metropole).Count);
                Assert.Equal(11 - coincidence, JoursFeries.DeLAnnee(annee, ZoneDeJoursFeries.SaintPierreEtMiquelon).Count);
                Assert.Equal(13 - coincidence, JoursFeries.DeLAnnee(annee, ZoneDeJoursFeries.AlsaceMoselle).Count);
            }
        );

    [Fact]
    public void Avant_le_calendrier_gregorien_on_ne_calcule_pas() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => JoursFeries.Paques(1582));

    [Fact]
    public void Chaque_zone_a_un_libelle() => Assert.All(Enum.GetValues<ZoneDeJoursFeries>(), z => Assert.NotEmpty(z.Libelle()));
}
