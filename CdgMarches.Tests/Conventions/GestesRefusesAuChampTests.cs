using Bunit;
using CdgMarches.App.Conventions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;
using static CdgMarches.Tests.Conventions.Exemples;

namespace CdgMarches.Tests.Conventions;

/// <summary>Ce que les pages d'une convention proposent, et où elles disent ce qui manque.</summary>
public sealed class GestesRefusesAuChampTests : EssaiDePageDeConvention
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Reconduction.Indeterminee, "31/12/2024", null)]
    [InlineData(Reconduction.ParPeriodes, "31/12/2024", "31/12/2027")]
    public async Task Le_terme_propose_est_celui_que_personne_n_a_examine(
        Reconduction reconduction,
        string terme,
        string? suivant
    )
    {
        var convention = EnVigueur(
            Arras.Id,
            regles: ReglesDAcces.Usuelles with
            {
                Reconduction = reconduction,
            },
            effet: new DateOnly(2022, 1, 1)
        );
        await Socle.Base.SemerAsync(convention);
        var page = Render<PageConvention>(p => p.Add(x => x.Id, convention.Id.Valeur));
        page.WaitForElement("#actes");

        await CliquerAsync(page, $"Prendre acte du terme du {terme}");

        page.WaitForAssertion(() => Assert.Contains("l'échéance est accomplie", page.Markup, StringComparison.Ordinal));
        Assert.Equal(
            suivant is null ? [] : [$"Prendre acte du terme du {suivant}"],
            page.FindAll("button")
                .Select(b => b.TextContent.Trim())
                .Where(b => b.StartsWith("Prendre acte", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Une_mise_en_demeure_sans_date_le_dit_a_son_champ()
    {
        var convention = EnVigueur(Arras.Id);
        await Socle.Base.SemerAsync(convention);
        var page = Render<PageDenonciation>(p => p.Add(x => x.Id, convention.Id.Valeur));
        page.WaitForElement("#titre-echu-le");
        await CliquerAsync(page, "Enregistrer une mise en demeure");
        await page.Find("#titre").ChangeAsync(new() { Value = "T-1" });

        await CliquerAsync(page, "Enregistrer l'envoi");

        page.WaitForAssertion(() =>
            Assert.Contains("date limite de paiement", page.Find("dialog [role=alert]").TextContent, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("erreur technique", page.Markup, StringComparison.Ordinal);
        Assert.Equal("true", page.Find("#titre-echu-le").GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Une_lettre_revenue_d_une_adresse_inconnue_est_suivie_d_une_autre_sans_retirer_la_denonciation()
    {
        var convention = EnVigueur(Arras.Id);
        await Socle.Base.SemerAsync(convention);
        await Agir.ExecuterAsync(
            Agent,
            convention.Id,
            1,
            new GesteDeConvention.Denoncer(
                new NouvelleDenonciation(AuteurDeDenonciation.Cdg, Jour("2026-03-01"), "1A 1"),
                LettresDEssai.Pli
            ),
            Annulation
        );
        var tropTot = await Assert.ThrowsAsync<RegleMetierException>(() => RenvoyerAsync(convention.Id));
        Assert.IsType<LettreRevenueSansAdresse>(Assert.Single(tropTot.Obstacles));
        await LettresDEssai.NoterAsync(
            Socle,
            c => c.DenonciationEnCours!.Lettre,
            new SuiviDeCourrier(IssueDeCourrier.AdresseInconnue, null, null)
        );
        var page = Render<PageDenonciation>(p => p.Add(x => x.Id, convention.Id.Valeur));
        page.WaitForElement("#renvoi-le");

        await CliquerAsync(page, "Envoyer une autre lettre");
        await page.Find("#renvoi-adresse-1").ChangeAsync(new() { Value = "6 place Guy-Mollet\n62000 ARRAS" });
        await CliquerAsync(page, "Enregistrer le nouvel envoi");

        page.WaitForAssertion(() =>
            Assert.Contains("CR-2026-0002", page.Find("[data-test=lettre]").TextContent, StringComparison.Ordinal)
        );
        Assert.Contains("CR-2026-0001", page.Find("[data-test=revenu]").TextContent, StringComparison.Ordinal);
        await LettresDEssai.RemettreAsync(Socle, c => c.DenonciationEnCours!.Lettre, Jour("2026-03-10"));
        await using var contexte = await Socle.OuvrirAsync();
        var relue = await contexte.ConventionsDAcces.AsNoTracking().SingleAsync(Annulation);
        Assert.Equal(1, relue.DenonciationEnCours!.Numero);
        Assert.Equal(Jour("2026-09-10"), relue.DernierJour);
    }

    [Fact]
    public async Task La_fin_n_est_pas_faite_tant_qu_un_compte_est_ouvert_et_le_devient_quand_il_se_ferme()
    {
        var convention = EnVigueur(Arras.Id, regles: ReglesDAcces.Usuelles with { Reconduction = Reconduction.Aucune });
        await Socle.Base.SemerAsync(convention);
        await Socle
            .Le<OuvrirCompteDePlateforme>()
            .ExecuterAsync(Agent, convention.Id, Jour("2026-03-01"), "Claude Test", "c@exemple.invalid", Annulation);
        GesteDeConvention[] gestes =
        [
            new GesteDeConvention.OuvrirLaRestitution(),
            new GesteDeConvention.InventorierUnDocument("Dossiers", 2, "Papier"),
            new GesteDeConvention.MettreADisposition(Jour("2026-03-09")),
            new GesteDeConvention.ConstaterLeRecu(Jour("2026-03-10"), "La secrétaire générale"),
        ];
        foreach (var (rang, geste) in gestes.Index())
        {
            await Agir.ExecuterAsync(Agent, convention.Id, rang + 1, geste, Annulation);
        }

        Assert.False(await FinFaiteAsync());
        var page = Render<PageComptesDePlateforme>(p => p.Add(x => x.Id, convention.Id.Valeur));
        page.WaitForElement("#ferme-le");
        await CliquerAsync(page, "Fermer tous les comptes");
        await page.Find("#ferme-le").ChangeAsync(new() { Value = "2026-02-28" });
        await CliquerAsync(page, "Fermer les comptes ouverts");
        page.WaitForAssertion(() => Assert.Contains("ne peut pas précéder", page.Markup, StringComparison.Ordinal));
        Assert.False(await FinFaiteAsync());
        await page.Find("#ferme-le").ChangeAsync(new() { Value = "2026-03-09" });
        await CliquerAsync(page, "Fermer les comptes ouverts");
        page.WaitForAssertion(() => Assert.Contains("1 compte est fermé.", page.Markup, StringComparison.Ordinal));

        Assert.True(await FinFaiteAsync());

        async Task<bool> FinFaiteAsync()
        {
            await using var contexte = await Socle.OuvrirAsync();
            return (
                await contexte.Echeances.SingleAsync(e => e.ObjetId == convention.Cle && e.Cle == "fin", Annulation)
            ).EstAccomplie;
        }
    }

    [Fact]
    public async Task Deux_deliberations_de_meme_numero_demandent_un_motif_et_une_non_executoire_se_marque()
    {
        var page = Render<PageRegistres>();
        page.WaitForElement("#numero");
        await SaisirAsync("2026-18", "2026-02-03");
        page.WaitForAssertion(() => Assert.Contains("Pas exécutoire", page.Find("table").TextContent, StringComparison.Ordinal));

        await SaisirAsync("2026-18", "2026-02-04");

        page.WaitForAssertion(() =>
            Assert.Contains(
                "déjà au registre, datée du 3 février 2026",
                page.Find("[data-test=erreurs]").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Single(page.FindAll("tbody tr"));
        await page.Find("#motif-deliberation").ChangeAsync(new() { Value = "Deux séances, deux séries." });
        await page.Find("form[aria-label='Délibération']").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));

        async Task SaisirAsync(string numero, string date)
        {
            await page.Find("#numero").ChangeAsync(new() { Value = numero });
            await page.Find("#date").ChangeAsync(new() { Value = date });
            await page.Find("#objet").ChangeAsync(new() { Value = "Tarifs" });
            await page.Find("form[aria-label='Délibération']").SubmitAsync();
        }
    }

    [Fact]
    public async Task L_assistant_refuse_un_acte_a_venir_a_son_etape_et_relit_les_actes_a_la_derniere()
    {
        var page = Render<PageNouvelleConvention>();
        page.WaitForElement("#collectivite");
        await page.FindComponent<App.Collectivites.RechercheDeCollectivite>()
            .InvokeAsync(() =>
                page.FindComponent<App.Collectivites.RechercheDeCollectivite>()
                    .Instance.ValeurChanged.InvokeAsync(
                        new App.Collectivites.SuggestionDeCollectivite(Arras.Id, "Arras", Arras.Categorie, "62", null, null)
                    )
            );
        await page.Find("form.formulaire").SubmitAsync();
        page.WaitForElement("#duree");
        await page.Find("form.formulaire").SubmitAsync();
        page.WaitForElement("#deliberee-le");
        await page.Find("#deliberee-le").ChangeAsync(new() { Value = "2026-03-11" });

        await page.Find("form.formulaire").SubmitAsync();

        page.WaitForAssertion(() =>
            Assert.Contains(
                "ne peut pas suivre aujourd'hui",
                page.Find("[data-test=erreurs]").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Equal("true", page.Find("#deliberee-le").GetAttribute("aria-invalid"));
        await page.Find("#deliberee-le").ChangeAsync(new() { Value = "2026-03-02" });
        await page.Find("#numero-deliberation").ChangeAsync(new() { Value = "2026-07" });
        await page.Find("#effet").ChangeAsync(new() { Value = "2026-05-01" });
        await page.Find("form.formulaire").SubmitAsync();
        page.WaitForAssertion(() =>
            Assert.Contains(
                "2 mars 2026, n° 2026-07",
                page.Find("[data-test=deliberation]").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Contains("1er mai 2026", page.Find("[data-test=effet]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Une_deliberation_qui_manque_se_fonde_sur_le_code_et_la_grille_sur_l_article_7()
    {
        var deliberation = Assert.Single(EnPreparation().PeutSigner(["Délibération d'Arras"]).Obstacles);
        var grille = Assert.Single(EnPreparation().PeutSigner(["Grille des contributions"]).Obstacles);

        Assert.Contains("L2131-1", deliberation.Fondement, StringComparison.Ordinal);
        Assert.DoesNotContain("art. 7", deliberation.Fondement, StringComparison.Ordinal);
        Assert.Equal("Convention d'accès, art. 7", grille.Fondement);
    }

    private AgirSurConvention Agir => Socle.Le<AgirSurConvention>();

    private Task RenvoyerAsync(ConventionDAccesId convention) =>
        Agir.ExecuterAsync(
            Agent,
            convention,
            2,
            new GesteDeConvention.RenvoyerLaLettre(LettreDAcces.Denonciation, null, Jour("2026-03-09"), null, LettresDEssai.Pli),
            Annulation
        );
}
