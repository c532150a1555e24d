using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Tests.Courriels;

public sealed class CourrierTests
{
    private static readonly DateOnly Jour = new(2026, 3, 10);

    [Theory]
    [InlineData(IssueDeCourrier.Remis, "2026-03-05", "2026-03-06", "2026-03-06")]
    [InlineData(IssueDeCourrier.Remis, null, "2026-03-06", "2026-03-06")]
    [InlineData(IssueDeCourrier.Refuse, "2026-03-05", null, "2026-03-05")]
    [InlineData(IssueDeCourrier.NonReclame, "2026-03-05", null, "2026-03-05")]
    [InlineData(IssueDeCourrier.AdresseInconnue, null, null, null)]
    public void La_notification_est_la_remise_ou_a_defaut_la_premiere_presentation(
        IssueDeCourrier issue,
        string? presente,
        string? remis,
        string? notifie
    )
    {
        var courrier = Poste();

        courrier.Noter(1, new SuiviDeCourrier(issue, Date(presente), Date(remis)), Jour);

        Assert.Equal(Date(notifie), courrier.DateDeNotification(1));
    }

    [Theory]
    [InlineData(IssueDeCourrier.Remis, "2026-03-05", null)]
    [InlineData(IssueDeCourrier.NonReclame, null, null)]
    [InlineData(IssueDeCourrier.Refuse, "2026-03-05", "2026-03-06")]
    [InlineData(IssueDeCourrier.Remis, "2026-03-06", "2026-03-05")] // delivered before being presented
    [InlineData(IssueDeCourrier.Remis, "2026-03-01", "2026-03-06")] // presented before being posted
    [InlineData(IssueDeCourrier.Remis, null, "2026-03-11")] // tomorrow
    [InlineData(IssueDeCourrier.EnCours, null, "2026-03-06")]
    public void Un_suivi_incoherent_est_refuse(IssueDeCourrier issue, string? presente, string? remis) =>
        Assert.Throws<RegleMetierException>(() =>
            Poste().Noter(1, new SuiviDeCourrier(issue, Date(presente), Date(remis)), Jour)
        );

    [Fact]
    public void Le_second_destinataire_a_son_propre_accuse()
    {
        var courrier = Poste();

        courrier.Noter(2, new SuiviDeCourrier(IssueDeCourrier.Remis, null, new DateOnly(2026, 3, 9)), Jour);

        Assert.Null(courrier.DateDeNotification(1));
        Assert.Equal(new DateOnly(2026, 3, 9), courrier.DateDeNotification(2));
        Assert.Equal([false, true], courrier.Echeances.Select(e => e.EstAccomplie));
        Assert.All(courrier.Echeances, e => Assert.Equal(new DateOnly(2026, 3, 25), e.Date));
    }

    [Fact]
    public void Tous_les_manques_d_un_enregistrement_sont_dits_a_la_fois()
    {
        var verdict = Courrier.PeutEnregistrer(" ", [new AdresseDeCourrier("Arras", "")]);
        Assert.Equal(2, verdict.Obstacles.Count);
    }

    [Fact]
    public void Un_courrier_ne_se_poste_qu_une_fois_et_jamais_a_l_avance()
    {
        Assert.False(Nouveau().PeutPoster(Jour.AddDays(1), Jour).EstFavorable);
        Assert.False(Poste().PeutPoster(Jour, Jour).EstFavorable);
        Assert.True(Nouveau().PeutPoster(Jour, Jour).EstFavorable);
    }

    [Fact]
    public void Une_lettre_postee_il_y_a_des_annees_entre_au_registre_d_un_dossier_ouvert_tard()
    {
        Assert.True(Nouveau().PeutPoster(Jour.AddYears(-6), Jour).EstFavorable);
        Assert.True(Nouveau().PeutPoster(new DateOnly(2025, 3, 2), Jour).EstFavorable);
    }

    private static Courrier Poste()
    {
        var courrier = Nouveau();
        courrier.Poster(new DateOnly(2026, 3, 4), new Dictionary<int, string?> { [1] = " 1A 1 " }, 21, Jour);
        Assert.Equal("1A 1", courrier.Destinataires[0].NumeroDAccuse);
        return courrier;
    }

    private static Courrier Nouveau() =>
        Courrier.Enregistrer(
            "CR-2026-0001",
            "Dénonciation",
            ModeDEnvoi.LettreRecommandee,
            [new AdresseDeCourrier("Arras", "1 place\n62000 ARRAS"), new AdresseDeCourrier("Comptable", "2 rue\n62000 ARRAS")],
            new DateOnly(2026, 3, 3),
            new RattachementDeCourrier(),
            null
        );

    private static DateOnly? Date(string? texte) =>
        texte is null ? null : DateOnly.Parse(texte, System.Globalization.CultureInfo.InvariantCulture);
}
