using CdgMarches.Domain.Noyau.Calendrier;
using CdgMarches.Tests.Outils;
using FsCheck.Fluent;

namespace CdgMarches.Tests.Noyau.Calendrier;

public sealed class DelaisTests
{
    private const ZoneDeJoursFeries Metropole = ZoneDeJoursFeries.Metropole;

    [Theory]
    [InlineData("2026-03-02", "2026-03-08")]
    [InlineData("2026-12-24", "2026-12-30")]
    [InlineData("2026-12-28", "2027-01-03")]
    [InlineData("2028-02-25", "2028-03-02")]
    public void Cinq_jours_francs_comptent_samedis_dimanches_et_feries(string envoi, string reunion)
    {
        Assert.Equal(Jour(reunion), JoursFrancs.PremiereDateApres(Jour(envoi), 5));
        Assert.Equal(Jour(envoi), JoursFrancs.DernierEnvoi(Jour(reunion), 5));
        Assert.Equal(5, JoursFrancs.Entre(Jour(envoi), Jour(reunion)));
        Assert.Equal(4, JoursFrancs.Entre(Jour(envoi), Jour(reunion).AddDays(-1)));
    }

    [Fact]
    public void Le_meme_jour_ne_laisse_aucun_jour_franc()
    {
        var jour = Jour("2026-03-16");

        Assert.Equal(-1, JoursFrancs.Entre(jour, jour));
        Assert.Equal(0, JoursFrancs.Entre(jour, jour.AddDays(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => JoursFrancs.PremiereDateApres(jour, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => JoursFrancs.DernierEnvoi(jour, -1));
    }

    [Fact]
    public void On_conseille_d_envoyer_un_jour_ouvre()
    {
        // Réunion le jeudi 7 mai 2026 : le droit permet le vendredi 1er mai, férié ; on conseille la veille.
        Assert.Equal(Jour("2026-05-01"), JoursFrancs.DernierEnvoi(Jour("2026-05-07"), 5));
        Assert.Equal(Jour("2026-04-30"), JoursFrancs.DernierEnvoiConseille(Jour("2026-05-07"), 5, Metropole));

        // Le vendredi saint 26 mars 2027 n'est chômé qu'en Alsace-Moselle.
        Assert.Equal(Jour("2027-03-26"), JoursFrancs.DernierEnvoiConseille(Jour("2027-04-01"), 5, Metropole));
        Assert.Equal(
            Jour("2027-03-25"),
            JoursFrancs.DernierEnvoiConseille(Jour("2027-04-01"), 5, ZoneDeJoursFeries.AlsaceMoselle)
        );
    }

    [Fact]
    public void Envoi_et_reunion_sont_inverses_l_un_de_l_autre() =>
        Prop.ForAll(
                Generateurs.Jours,
                Generateurs.Zones,
                Generateurs.Entiers(0, 40),
                (jour, zone, francs) =>
                {
                    var reunion = JoursFrancs.PremiereDateApres(jour, francs);
                    var conseille = JoursFrancs.DernierEnvoiConseille(reunion, francs, zone);
                    return JoursFrancs.DernierEnvoi(reunion, francs) == jour
                        && JoursFrancs.Entre(jour, reunion) == francs
                        && JoursOuvres.Est(conseille, zone)
                        && conseille <= jour
                        && (conseille == jour) == JoursOuvres.Est(jour, zone)
                        && JoursFrancs.Entre(conseille, reunion) >= francs;
                }
            )
            .Verifier();

    [Fact]
    public void Ajouter_puis_retirer_des_jours_ouvres_ramene_au_depart() =>
        Prop.ForAll(
                Generateurs.Jours,
                Generateurs.Zones,
                Generateurs.Entiers(-40, 40),
                (jour, zone, nombre) =>
                {
                    var depart = JoursOuvres.Prochain(jour, zone);
                    var arrivee = JoursOuvres.Ajouter(depart, nombre, zone);
                    return JoursOuvres.Ajouter(arrivee, -nombre, zone) == depart && JoursOuvres.Est(arrivee, zone);
                }
            )
            .Verifier();

    [Fact]
    public void Entre_deux_bornes_le_compte_des_jours_ouvres_est_juste() =>
        Prop.ForAll(
                Generateurs.Jours,
                Generateurs.Zones,
                Generateurs.Entiers(1, 25),
                (jour, zone, nombre) =>
                {
                    var arrivee = JoursOuvres.Ajouter(jour, nombre, zone);
                    return Enumerable
                            .Range(jour.DayNumber + 1, arrivee.DayNumber - jour.DayNumber)
                            .Count(n => JoursOuvres.Est(DateOnly.FromDayNumber(n), zone)) == nombre;
                }
            )
            .Verifier();

    [Fact]
    public void De_2000_a_2060_dans_chaque_zone_le_jour_ouvre_voisin_est_le_plus_proche()
    {
        foreach (var zone in Enum.GetValues<ZoneDeJoursFeries>())
        {
            for (var jour = new DateOnly(2000, 1, 1); jour.Year <= 2060; jour = jour.AddDays(1))
            {
                var prochain = JoursOuvres.Prochain(jour, zone);
                var dernier = JoursOuvres.DernierAvant(jour, zone);
                if (JoursOuvres.Est(jour, zone))
                {
                    Assert.True(prochain == jour && dernier == jour);
                }
                else
                {
                    // Aucun jour ouvré entre les deux, et jamais plus de quatre jours d'affilée sans en trouver un.
                    Assert.True(prochain > jour && dernier < jour && prochain.DayNumber - dernier.DayNumber <= 5);
                    Assert.Equal(prochain, JoursOuvres.Ajouter(dernier, 1, zone));
                }
            }
        }
    }

    [Theory]
    [InlineData("2026-12-31", 2, "2027-02-28")]
    [InlineData("2027-12-31", 2, "2028-02-29")]
    [InlineData("2026-07-31", 2, "2026-09-30")]
    [InlineData("2026-01-31", 2, "2026-03-31")] // par étapes : 28 février puis 28 mars
    [InlineData("2026-08-31", 6, "2027-02-28")]
    public void Les_mois_vont_de_quantieme_a_quantieme(string origine, int mois, string echeance) =>
        Assert.Equal(Jour(echeance), Delais.AjouterMois(Jour(origine), mois));

    [Fact]
    public void Un_delai_en_mois_garde_le_quantieme_ou_finit_le_mois() =>
        Prop.ForAll(
                Generateurs.Jours,
                Generateurs.Entiers(0, 60),
                (jour, mois) =>
                {
                    var echeance = Delais.AjouterMois(jour, mois);
                    var ecart = ((echeance.Year - jour.Year) * 12) + echeance.Month - jour.Month;
                    return ecart == mois
                        && (echeance.Day == jour.Day || (echeance.Day < jour.Day && echeance.AddDays(1).Day == 1));
                }
            )
            .Verifier();

    [Theory]
    [InlineData("2007-10-01", 2, "2007-12-03")]
    [InlineData("2022-11-03", 2, "2023-01-04")]
    [InlineData("2026-10-31", 2, "2027-01-04")] // 31 décembre + 1 : férié un vendredi, reporté au lundi
    [InlineData("2026-03-10", 3, "2026-06-11")]
    public void Le_recours_est_franc_et_se_reporte(string notification, int mois, string dernierJour) =>
        Assert.Equal(Jour(dernierJour), Delais.DelaiFrancDeRecours(Jour(notification), Metropole, mois));

    [Theory]
    [InlineData("2025-02-15", 3, "2028-02-14")]
    [InlineData("2024-02-29", 3, "2027-02-28")]
    [InlineData("2024-02-29", 4, "2028-02-28")]
    [InlineData("2024-03-01", 4, "2028-02-29")]
    [InlineData("2026-01-01", 1, "2026-12-31")]
    public void Une_duree_en_annees_finit_la_veille_de_l_anniversaire(string premier, int annees, string dernier) =>
        Assert.Equal(Jour(dernier), Delais.DernierJour(Jour(premier), annees));

    [Fact]
    public void Deux_durees_bout_a_bout_valent_leur_somme() =>
        Prop.ForAll(
                Generateurs.Jours,
                Generateurs.Entiers(1, 5),
                Generateurs.Entiers(1, 5),
                (jour, a, b) =>
                {
                    // Depuis un 29 février, la seconde durée commence le 1er mars : la somme peut perdre un jour, jamais en gagner.
                    var boutABout = Delais.DernierJour(Delais.DernierJour(jour, a).AddDays(1), b);
                    var ecart = boutABout.DayNumber - Delais.DernierJour(jour, a + b).DayNumber;
                    return jour is { Month: 2, Day: 29 } ? ecart is 0 or 1 : ecart == 0;
                }
            )
            .Verifier();

    [Fact]
    public void Une_duree_nulle_n_a_pas_de_dernier_jour() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Delais.DernierJour(Jour("2026-01-01"), 0));

    private static DateOnly Jour(string texte) =>
        DateOnly.ParseExact(texte, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
