using Bunit;
using CdgMarches.App.Conventions;
using CdgMarches.App.Courriels;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using static CdgMarches.Tests.Conventions.Exemples;

namespace CdgMarches.Tests.Conventions;

/// <summary>Le dernier jour qu'une lettre annonce ne raccourcit pas le délai de la convention, et l'agent le lit (RG6.20).</summary>
public sealed class JourAnnonceTests : EssaiDePageDeConvention
{
    private static readonly DateOnly Aujourdhui = new(2026, 3, 10);

    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(AuteurDeDenonciation.Collectivite, "2026-03-01", "2026-04-30", "1 mai 2026")]
    [InlineData(AuteurDeDenonciation.Cdg, "2026-02-28", "2026-08-27", "28 août 2026")]
    public void Un_jour_plus_tot_que_le_delai_est_refuse_avec_la_date_et_le_calcul(
        AuteurDeDenonciation auteur,
        string envoyee,
        string annonce,
        string calcule
    )
    {
        var verdict = EnVigueur()
            .PeutDenoncer(new NouvelleDenonciation(auteur, Jour(envoyee), dernierJourAnnonce: Jour(annonce)), Aujourdhui);

        var obstacle = Assert.Single(verdict.Obstacles);
        Assert.Equal(("RG6.20", "annonce"), (obstacle.Code, obstacle.Champ));
        Assert.Contains(calcule, obstacle.Message.Replace("1er", "1", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("de quantième à quantième", obstacle.Message, StringComparison.Ordinal);
        Assert.True(
            EnVigueur()
                .PeutDenoncer(
                    new NouvelleDenonciation(auteur, Jour(envoyee), dernierJourAnnonce: Jour(annonce).AddDays(1)),
                    Aujourdhui
                )
                .EstFavorable
        );
    }

    [Fact]
    public void Un_jour_plus_lointain_est_permis_mais_pas_au_dela_du_terme_qui_arrete_la_convention()
    {
        var regles = ReglesDAcces.Usuelles with { Reconduction = Reconduction.Aucune };

        Assert.True(EnVigueur().PeutDenoncer(Annoncant("2027-12-31"), Aujourdhui).EstFavorable);
        Assert.True(EnVigueur(regles: regles).PeutDenoncer(Annoncant("2028-02-14"), Aujourdhui).EstFavorable);
        var obstacle = Assert.Single(EnVigueur(regles: regles).PeutDenoncer(Annoncant("2028-02-15"), Aujourdhui).Obstacles);
        Assert.Equal("annonce", obstacle.Champ);
        Assert.Contains("14 février 2028", obstacle.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Recue_plus_tard_que_prevu_la_phrase_dit_que_le_jour_annonce_ne_vaut_pas()
    {
        var convention = EnVigueur();
        convention.Denoncer(Annoncant("2026-05-03"), Aujourdhui);

        var effet = convention.Notifier(AvisDeReception.Remis(Jour("2026-03-09")), Aujourdhui);

        Assert.Equal(Jour("2026-05-09"), effet.DernierJour);
        Assert.Contains("la lettre annonce le 3 mai 2026", effet.Phrase, StringComparison.Ordinal);
        Assert.Contains("le délai l'emporte", effet.Phrase, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_page_dit_la_date_calculee_avant_l_envoi_et_refuse_a_son_champ()
    {
        var convention = EnVigueur(Arras.Id);
        await Socle.Base.SemerAsync(convention);
        var page = Render<PageDenonciation>(p => p.Add(x => x.Id, convention.Id.Valeur));
        page.WaitForElement("#annonce");
        await page.RemplirAsync("nom-1", "CDG");
        await page.RemplirAsync("adresse-1", "1 rue\n62000 ARRAS");
        await page.RemplirAsync("annonce", "2026-04-01");
        Assert.Contains("le délai l'emporte", page.Find("[data-test=previsible]").TextContent, StringComparison.Ordinal);

        await page.Find("form[aria-label='Dénonciation']").SubmitAsync();

        Assert.Contains("10 mai 2026", page.WaitForElement("#annonce-erreur").TextContent, StringComparison.Ordinal);
        await using var contexte = await Socle.OuvrirAsync();
        Assert.Empty((await contexte.ConventionsDAcces.SingleAsync(Annulation)).Denonciations);
    }

    [Fact]
    public async Task Une_lettre_deja_remise_au_registre_refuse_le_jour_que_sa_reception_depasse()
    {
        var convention = EnVigueur(Arras.Id);
        await Socle.Base.SemerAsync(convention);
        var courrier = await Socle
            .Le<EnregistrerCourrier>()
            .ExecuterAsync(
                Agent,
                "Dénonciation",
                ModeDEnvoi.LettreRecommandee,
                [new AdresseDeCourrier("CDG", "1 rue\n62000 ARRAS")],
                new RattachementDeCourrier(nameof(ConventionDAcces), convention.Id.Valeur),
                Annulation
            );
        var suivre = LettresDEssai.Suivre(Socle);
        await suivre.PosterAsync(Agent, courrier, 1, Jour("2026-03-01"), new Dictionary<int, string?>(), Annulation);
        await suivre.NoterAsync(
            Agent,
            courrier,
            2,
            1,
            new SuiviDeCourrier(IssueDeCourrier.Remis, null, Jour("2026-03-05")),
            Annulation
        );

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Socle
                .Le<AgirSurConvention>()
                .ExecuterAsync(
                    Agent,
                    convention.Id,
                    1,
                    new GesteDeConvention.Denoncer(Annoncant("2026-05-04"), new PliDuGeste(null, null, courrier)),
                    Annulation
                )
        );

        Assert.Contains("5 mai 2026", Assert.Single(refus.Obstacles).Message, StringComparison.Ordinal);
        await using var contexte = await Socle.OuvrirAsync();
        Assert.Empty((await contexte.ConventionsDAcces.SingleAsync(Annulation)).Denonciations);
    }

    private static NouvelleDenonciation Annoncant(string jour) =>
        new(AuteurDeDenonciation.Collectivite, Jour("2026-03-01"), dernierJourAnnonce: Jour(jour));
}
