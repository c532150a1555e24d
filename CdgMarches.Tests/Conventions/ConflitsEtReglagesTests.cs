using Bunit;
using CdgMarches.App.Conventions;
using CdgMarches.App.Parametres;
using CdgMarches.Domain.Conventions;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using static CdgMarches.Tests.Conventions.Exemples;

namespace CdgMarches.Tests.Conventions;

/// <summary>Deux agents sur une même fiche : rien de ce qui est saisi ne se perd, et les deux valeurs se voient.</summary>
public sealed class ConflitsEtReglagesTests : EssaiDePageDeConvention
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Deux_agents_datent_les_memes_actes_les_deux_saisies_se_comparent_et_l_on_choisit()
    {
        var convention = EnPreparation(Arras.Id, jour: Jour("2026-01-05"));
        await Socle.Base.SemerAsync(convention);
        var page = Render<PageConvention>(p => p.Add(x => x.Id, convention.Id.Valeur));
        page.WaitForElement("#deliberee-le");
        await page.Find("#deliberee-le").ChangeAsync(new() { Value = "2026-01-20" });
        await page.Find("#numero-deliberation").ChangeAsync(new() { Value = "2026-07" });
        await Socle
            .Le<AgirSurConvention>()
            .ExecuterAsync(
                Agent,
                convention.Id,
                1,
                new GesteDeConvention.Dater(
                    new ActesDAcces { DelibereeLe = Jour("2026-01-22"), SignataireDuCdg = "Le président" },
                    null
                ),
                Annulation
            );

        await page.Find("form[aria-label='Actes de la convention']").SubmitAsync();
        page.WaitForElement("[data-test=conflit]");
        var lignes = page.FindAll("[data-test=conflit] tbody tr");
        Assert.Contains("20/01/2026", Assert.Single(lignes).TextContent, StringComparison.Ordinal);
        Assert.Contains("22/01/2026", lignes[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-07", page.Find("#numero-deliberation").GetAttribute("value"));
        Assert.Equal("Le président", page.Find("#signataire-cdg").GetAttribute("value"));

        await CliquerAsync(page, "Garder la mienne");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-test=conflit]")));
        await using var contexte = await Socle.OuvrirAsync();
        var relue = await contexte.ConventionsDAcces.SingleAsync(Annulation);
        Assert.Equal(
            (Jour("2026-01-20"), "2026-07", "Le président"),
            (relue.Actes.DelibereeLe!.Value, relue.Actes.NumeroDeDeliberation, relue.Actes.SignataireDuCdg)
        );
    }

    [Fact]
    public async Task Prendre_la_valeur_de_l_autre_laisse_ce_qu_il_a_enregistre()
    {
        var convention = EnPreparation(Arras.Id, jour: Jour("2026-01-05"));
        await Socle.Base.SemerAsync(convention);
        var page = Render<PageConvention>(p => p.Add(x => x.Id, convention.Id.Valeur));
        page.WaitForElement("#preavis-cdg");
        await page.Find("#preavis-cdg").ChangeAsync(new() { Value = "4" });
        await Socle
            .Le<AgirSurConvention>()
            .ExecuterAsync(
                Agent,
                convention.Id,
                1,
                new GesteDeConvention.ChangerLesRegles(ReglesDAcces.Usuelles with { PreavisDuCdgEnMois = 5 }),
                Annulation
            );

        await page.Find("form[aria-label='Durée et délais']").SubmitAsync();
        page.WaitForElement("[data-test=conflit]");
        await page.FindAll("button").First(b => b.TextContent.Contains("Prendre", StringComparison.Ordinal)).ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("5", page.Find("#preavis-cdg").GetAttribute("value")));
        await using var contexte = await Socle.OuvrirAsync();
        Assert.Equal(5, (await contexte.ConventionsDAcces.SingleAsync(Annulation)).Regles.PreavisDuCdgEnMois);
    }

    [Fact]
    public async Task Le_texte_d_origine_saisi_reste_a_l_ecran_quand_un_autre_a_enregistre_le_sien()
    {
        var convention = EnPreparation(Arras.Id, jour: Jour("2026-01-05"));
        await Socle.Base.SemerAsync(convention);
        var page = Render<PageAvenants>(p => p.Add(x => x.Id, convention.Id.Valeur));
        page.WaitForElement("#texte-initial");
        await page.Find("#texte-initial").ChangeAsync(new() { Value = "Mon texte" });
        await Socle
            .Le<AgirSurConvention>()
            .ExecuterAsync(Agent, convention.Id, 1, new GesteDeConvention.DeposerLeTexte("Son texte"), Annulation);

        await page.Find("form[aria-label=\"Texte d'origine\"]").SubmitAsync();
        var conflit = page.WaitForElement("[data-test=conflit]");
        Assert.Contains("Son texte", conflit.TextContent, StringComparison.Ordinal);
        Assert.Contains("Mon texte", conflit.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_avenant_que_personne_n_a_signe_se_reprend_au_formulaire()
    {
        var convention = EnVigueur(Arras.Id);
        convention.PreparerUnAvenant("Délai", "Texte consolidé", null, Jour("2026-03-10"));
        await Socle.Base.SemerAsync(convention);
        var page = Render<PageAvenants>(p => p.Add(x => x.Id, convention.Id.Valeur));
        page.WaitForElement("#avenant-1");
        await CliquerAsync(page, "Reprendre l'avenant 1");
        Assert.Equal("Délai", page.Find("#objet").GetAttribute("value"));
        await page.Find("#texte-consolide").ChangeAsync(new() { Value = "Texte corrigé" });

        await page.Find("form[aria-label='Avenant']").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("L'avenant est corrigé", page.Markup, StringComparison.Ordinal));
        await using var contexte = await Socle.OuvrirAsync();
        var avenant = Assert.Single((await contexte.ConventionsDAcces.SingleAsync(Annulation)).Avenants);
        Assert.Equal(("Délai", "Texte corrigé"), (avenant.Objet, avenant.Texte));
    }

    [Fact]
    public async Task Une_deliberation_se_corrige_et_deux_agents_se_voient()
    {
        var deliberation = DeliberationDuCdg.Enregistrer(
            new SaisieDeDeliberation("2023/21", Jour("2023-05-30"), "Accès", null, null, true),
            Jour("2026-03-10")
        );
        await Socle.Base.SemerAsync(deliberation);
        var page = Render<PageRegistres>();
        page.WaitForElement("[data-test=sans-attestation]");
        await CliquerAsync(page, "Modifier la délibération 2023/21");
        await page.Find("#objet").ChangeAsync(new() { Value = "Accès à la plateforme" });
        await Socle
            .Le<EnregistrerDeliberation>()
            .ExecuterAsync(
                Agent,
                deliberation.Id,
                1,
                new SaisieDeDeliberation("2023/21", Jour("2023-05-30"), "Accès de tous", null, null, true),
                Annulation
            );

        await page.Find("form[aria-label='Délibération']").SubmitAsync();
        Assert.Contains("Accès de tous", page.WaitForElement("[data-test=conflit]").TextContent, StringComparison.Ordinal);
        await CliquerAsync(page, "Garder la mienne");

        page.WaitForAssertion(() => Assert.Contains("La délibération est enregistrée.", page.Markup, StringComparison.Ordinal));
        await using var contexte = await Socle.OuvrirAsync();
        Assert.Equal("Accès à la plateforme", (await contexte.DeliberationsDuCdg.SingleAsync(Annulation)).Objet);
    }

    [Fact]
    public async Task Une_assurance_se_corrige_et_des_jours_dans_le_desordre_sont_dits_au_champ()
    {
        await Socle.Base.SemerAsync(
            ContratDAssurance.Enregistrer(
                new SaisieDAssurance("Assureur", "P-1", "Archives", Jour("2026-01-01"), Jour("2026-12-31"))
            )
        );
        var page = Render<PageRegistres>();
        page.WaitForElement("#assureur");
        await CliquerAsync(page, "Modifier l'assurance Assureur, police P-1");
        await page.Find("#au").ChangeAsync(new() { Value = "2025-12-31" });
        await page.Find("form[aria-label='Assurance']").SubmitAsync();
        Assert.Contains("ne peut pas précéder", page.WaitForElement("#au-erreur").TextContent, StringComparison.Ordinal);

        await page.Find("#au").ChangeAsync(new() { Value = "2027-12-31" });
        await page.Find("form[aria-label='Assurance']").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("31/12/2027", page.Markup, StringComparison.Ordinal));
        await using var contexte = await Socle.OuvrirAsync();
        Assert.Equal(Jour("2027-12-31"), (await contexte.ContratsDAssurance.SingleAsync(Annulation)).Au);
    }

    [Fact]
    public async Task Une_reconduction_par_periodes_se_regle_en_texte_et_se_propose_a_la_nouvelle_convention()
    {
        Agent = Agents.Administrateur;
        var page = Render<PageNouvelleValeur>();
        var codes = page.FindAll("#code option").Select(o => o.TextContent.Trim()).ToList();
        Assert.All(Parametrage.Codes, c => Assert.Contains(Parametrage.Nom(c), codes));
        await ChoisirAsync(page, "#code", Parametrage.Nom(CodesDesConventions.Reconduction));
        await ChoisirAsync(page, "#texte", Reconduction.ParPeriodes.Libelle());
        await page.Find("#debut").ChangeAsync(new() { Value = "2026-01-01" });
        await page.Find("#source").ChangeAsync(new() { Value = "Choix du bureau" });
        await page.Find("form").SubmitAsync();

        Assert.EndsWith("/administration/reglages", Navigation.Uri, StringComparison.Ordinal);
        var regles = await Socle.Le<LireReglesUsuelles>().ExecuterAsync(Agents.Gestionnaire, Annulation);
        Assert.Equal(Reconduction.ParPeriodes, regles.Reconduction);
    }

    private static async Task ChoisirAsync(IRenderedComponent<PageNouvelleValeur> page, string champ, string libelle)
    {
        var option = page.FindAll($"{champ} option").First(o => o.TextContent.Trim() == libelle);
        await page.Find(champ).ChangeAsync(new() { Value = option.GetAttribute("value") });
    }
}
