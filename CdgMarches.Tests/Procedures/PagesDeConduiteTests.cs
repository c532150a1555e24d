using Bunit;
using CdgMarches.App.Marches;
using CdgMarches.App.Procedures;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Tests.Groupements;

namespace CdgMarches.Tests.Procedures;

/// <summary>Les onglets de la conduite et du marché : parution, invitation, mise au point, deux agents, commandes, bilans.</summary>
public sealed class PagesDeConduiteTests : EssaiDePageDeGroupement
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task La_parution_d_un_avis_se_note_et_celle_d_avant_l_envoi_est_refusee()
    {
        var banc = await BancAsync();
        await banc.LancerAsync();
        await banc.ActerAsync(
            new ActeDeProcedure.NoteUnAvis(SupportDAvis.Joue, "Avis de marché", banc.Jour, "2026/S 045-123", null)
        );
        var page = Render<PageDossier>(p => p.Add(x => x.Id, banc.Id.Valeur));
        page.WaitForElement("#avis-paru");
        Assert.Contains("pas encore paru", page.Markup, StringComparison.Ordinal);

        await page.Find("#avis-paru").ChangeAsync(new() { Value = "0" });
        await page.Find("#avis-publie").ChangeAsync(new() { Value = "2026-03-09" });
        await page.Find("form[aria-label='Noter une parution']").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("avant son envoi", page.Markup, StringComparison.Ordinal));
        await page.Find("#avis-publie").ChangeAsync(new() { Value = "2026-03-10" });
        await page.Find("form[aria-label='Noter une parution']").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("paru le 10 mars 2026", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Un_appel_d_offres_restreint_invite_et_n_ouvre_les_offres_qu_a_leur_limite()
    {
        var banc = await BancAsync();
        await banc.LancerAsync(FormeDeProcedure.AppelDOffresRestreint);
        await banc.OuvrirAsync();
        Assert.False((await banc.AnalyseAsync()).EstOuverte);
        var page = Render<PageCalendrier>(p => p.Add(x => x.Id, banc.Id.Valeur));
        page.WaitForElement("#invitation-jour");
        Assert.Contains("25 jours", page.Markup, StringComparison.Ordinal);

        await page.Find("#offres-jour").ChangeAsync(new() { Value = "2026-05-18" });
        await page.Find("form[aria-label='Invitation à remettre une offre']").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("La date limite est trop proche", page.Markup, StringComparison.Ordinal));
        await page.Find("#offres-jour").ChangeAsync(new() { Value = "2026-05-20" });
        await page.Find("form[aria-label='Invitation à remettre une offre']").SubmitAsync();
        page.WaitForAssertion(() =>
            Assert.Contains(
                "Candidats retenus invités le 24 avril 2026",
                Texte(page, "[data-test=invitation-aux-offres]"),
                StringComparison.Ordinal
            )
        );

        await Assert.ThrowsAsync<RegleMetierException>(() =>
            banc.AnalyserAsync(new ActeDAnalyse.AjouteUneOffre("Alpha", null, null))
        );
        banc.Avancer(27);
        Assert.True((await banc.AnalyseAsync()).EstOuverte);
        await banc.AnalyserAsync(new ActeDAnalyse.AjouteUneOffre("Alpha", null, null));
    }

    [Fact]
    public async Task La_mise_au_point_se_compare_a_l_offre_a_l_ecran()
    {
        var banc = await BancAsync();
        await banc.LancerAsync();
        await banc.OuvrirAsync();
        await banc.AttribuerAsync();
        var page = Render<PageLot>(p => p.Add(x => x.Id, banc.Id.Valeur).Add(x => x.Lot, 1));
        page.WaitForElement("#mise-au-point");

        await page.Find("#mise-au-point").ChangeAsync(new() { Value = "Prix ramené au forfait." });
        await page.Find("#mise-au-point-montant").ChangeAsync(new() { Value = "119 000" });
        await page.Find("form[aria-label='Mise au point']").SubmitAsync();
        page.WaitForAssertion(() =>
            Assert.Contains("une mise au point ne change rien de substantiel", page.Markup, StringComparison.Ordinal)
        );
        await page.Find("#mise-au-point-motif").ChangeAsync(new() { Value = "Erreur matérielle sans effet sur le rang." });
        await page.Find("form[aria-label='Mise au point']").SubmitAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("écart -1", Texte(page, "[data-test=mise-au-point]").Replace('−', '-'), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Deux_agents_notent_la_meme_offre_le_second_voit_les_deux_notes_et_choisit()
    {
        var banc = await BancAsync();
        await banc.LancerAsync();
        await banc.OuvrirAsync();
        await banc.AnalyserAsync(
            new ActeDAnalyse.FixeLesCriteres([("Prix", 60m), ("Technique", 40m)]),
            new ActeDAnalyse.ReprendLesPlis()
        );
        var page = Render<PageLot>(p => p.Add(x => x.Id, banc.Id.Valeur).Add(x => x.Lot, 1));
        page.WaitForElement("#note-offre");
        await page.Find("#note-offre").ChangeAsync(new() { Value = "0" });
        await page.Find("#note-1").ChangeAsync(new() { Value = "9" });
        await banc.AnalyserAsync(new ActeDAnalyse.Note(1, 1, 4m), new ActeDAnalyse.Note(1, 2, 7m));

        await page.Find("form[aria-label='Noter une offre']").SubmitAsync();

        page.WaitForElement("[data-test=conflit]");
        var cellules = page.FindAll("[data-test=conflit] td").Select(c => c.TextContent.Trim()).ToList();
        Assert.Contains(cellules, c => c.EndsWith('9'));
        Assert.Contains(cellules, c => c.EndsWith('4'));
        Assert.Equal(4m, (await banc.AnalyseAsync()).Analyse.NoteDe(1, 1));
        await CliquerAsync(page, "Garder la mienne");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-test=conflit]")));
        var analyse = (await banc.AnalyseAsync()).Analyse;
        Assert.Equal((9m, 7m), (analyse.NoteDe(1, 1), analyse.NoteDe(1, 2)));
    }

    [Fact]
    public async Task Une_note_negative_et_des_poids_qui_ne_font_pas_cent_sont_refuses_a_l_ecran()
    {
        var banc = await BancAsync();
        await banc.LancerAsync();
        await banc.OuvrirAsync();
        await banc.AnalyserAsync(new ActeDAnalyse.ReprendLesPlis());
        var page = Render<PageLot>(p => p.Add(x => x.Id, banc.Id.Valeur).Add(x => x.Lot, 1));
        page.WaitForElement("#criteres");
        await page.Find("#criteres").ChangeAsync(new() { Value = "Prix 60\nTechnique 41" });
        await page.Find("form[aria-label='Critères']").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("font 101 et doivent faire 100", page.Markup, StringComparison.Ordinal));
        await page.Find("#criteres").ChangeAsync(new() { Value = "Prix 60\nTechnique 40" });
        await page.Find("form[aria-label='Critères']").SubmitAsync();
        page.WaitForElement("#note-offre");

        await page.Find("#note-offre").ChangeAsync(new() { Value = "0" });
        await page.Find("#note-1").ChangeAsync(new() { Value = "-1" });
        await page.Find("form[aria-label='Noter une offre']").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("n'a pas été gardée", page.Markup, StringComparison.Ordinal));
        Assert.Empty((await banc.AnalyseAsync()).Analyse.Notes);
    }

    [Fact]
    public async Task La_campagne_des_bilans_se_demande_se_relance_et_le_membre_rend_le_sien()
    {
        var banc = await BancAsync();
        var marche = await banc.MarcheNotifieAsync();
        banc.Avancer(400);
        var page = Render<PageBilans>();
        page.WaitForAssertion(() => Assert.Contains("Aucun bilan demandé cette année-là", page.Markup, StringComparison.Ordinal));

        await CliquerAsync(page, "Demander les bilans 2026 à tous les membres");
        page.WaitForAssertion(() =>
            Assert.Contains("courriel", page.Find("[data-test=compte-de-l-envoi]").TextContent, StringComparison.Ordinal)
        );
        Assert.Contains("Aucun bilan demandé cette année-là", page.Markup, StringComparison.Ordinal);
        await CliquerAsync(page, "Demander les bilans");
        page.WaitForAssertion(() => Assert.Contains("0 sur 2", page.Find("table").TextContent, StringComparison.Ordinal));
        var duGroupement = Render<PageBilansDuGroupement>(p => p.Add(x => x.Id, Banc.Groupement.Valeur));
        duGroupement.WaitForAssertion(() => Assert.Equal(2, duGroupement.FindAll("tbody tr").Count));
        await CliquerAsync(duGroupement, "Demander à chaque membre");
        duGroupement.WaitForElement("[data-test=compte-de-l-envoi]");
        await CliquerAsync(duGroupement, "Demander les bilans");
        duGroupement.WaitForAssertion(() =>
            Assert.Contains("étaient déjà demandés", Texte(duGroupement, ".retour"), StringComparison.Ordinal)
        );
        await CliquerAsync(page, "Relancer les bilans 2026 non rendus");
        await CliquerAsync(page, "Relancer les membres");
        page.WaitForAssertion(() =>
            Assert.Contains("Sans adresse de courriel : Arras, Béthune", Texte(page, ".retour"), StringComparison.Ordinal)
        );

        Agent = Outils.Agents.Membre(Banc.Arras.Id);
        var espace = Render<App.Espace.PageMarcheDuMembre>(p => p.Add(x => x.Id, marche.Valeur));
        espace.WaitForElement("#bilan-montant-1");
        await espace.Find("#bilan-montant-1").ChangeAsync(new() { Value = "1 200" });
        await espace.Find("#bilan-satisfaction-1").ChangeAsync(new() { Value = "1" });
        await espace.Find("form[aria-label=\"Bilan 2026 d'Arras\"]").SubmitAsync();
        espace.WaitForAssertion(() => Assert.Contains("Bilan 2026 d'Arras rendu le", espace.Markup, StringComparison.Ordinal));
        Assert.Contains("3 / 4", espace.Find("[data-test=bilan-rendu]").TextContent, StringComparison.Ordinal);

        Agent = BancDeProcedure.Agent;
        var apres = Render<PageBilans>();
        apres.WaitForAssertion(() => Assert.Contains("1 sur 2", apres.Find("table").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Le_tableau_place_chaque_lot_a_son_etape_et_la_frise_montre_reconductions_et_fins()
    {
        var banc = await BancAsync();
        await banc.MarcheNotifieAsync();

        var tableau = Render<PageTableauDesLots>();
        tableau.WaitForAssertion(() => Assert.Equal(2, tableau.FindAll("tbody tr").Count));
        var entetes = tableau.FindAll("thead th").Select(t => t.TextContent.Trim()).ToList();
        var actes = tableau.FindAll("tbody tr").Single(l => l.TextContent.Contains("Actes", StringComparison.Ordinal));
        var cases = actes.QuerySelectorAll("th, td").Select(c => c.TextContent.Trim()).ToList();
        Assert.Equal("fait", cases[entetes.IndexOf("Signature")]);
        Assert.Equal("en cours", cases[entetes.IndexOf("Notification")]);

        Navigation.NavigateTo("/procedures/frise?annee=2028");
        var frise = Render<PageFrise>();
        frise.WaitForElement("[data-test=frise]");
        var texte = frise.Find("[data-test=frise]").TextContent;
        Assert.Contains("MAR-2026-001", texte, StringComparison.Ordinal);
        Assert.Contains("Décision de reconduire", texte, StringComparison.Ordinal);
        Assert.NotEmpty(frise.FindAll("[data-test=frise] svg rect"));
    }

    private Task<BancDeProcedure> BancAsync()
    {
        Agent = BancDeProcedure.Agent;
        return BancDeProcedure.CreerAsync(Banc);
    }
}
