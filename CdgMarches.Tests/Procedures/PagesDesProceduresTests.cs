using Bunit;
using CdgMarches.App.Accueil;
using CdgMarches.App.Procedures;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Procedures;

public sealed class PagesDesProceduresTests : EssaiDePageDeGroupement
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Une_procedure_se_cree_recoit_un_lot_se_lance_et_se_termine()
    {
        var nouvelle = Render<PageNouvelleProcedure>();
        nouvelle.WaitForElement("#objet");
        await nouvelle.Find("#objet").ChangeAsync(new() { Value = "Tiers de télétransmission" });
        await nouvelle.Find("form.formulaire").SubmitAsync();
        nouvelle.WaitForAssertion(() => Assert.Contains("/procedures/", Navigation.Uri, StringComparison.Ordinal));
        var id = Guid.Parse(Navigation.Uri[^36..]);

        var page = Render<PageProcedure>(p => p.Add(x => x.Id, id));
        page.WaitForElement("#lot-prestation");
        Assert.Equal("true", Bouton(page, "Lancer la procédure").GetAttribute("aria-disabled"));
        Assert.Contains("Ajoutez au moins un lot", page.Find("[data-test=obstacles]").TextContent, StringComparison.Ordinal);

        await page.Find("#lot-prestation").ChangeAsync(new() { Value = "0" });
        Assert.Equal("Télétransmission des actes", page.Find("#lot-intitule").GetAttribute("value"));
        await page.Find("form[aria-label='Nouveau lot']").SubmitAsync();
        page.WaitForAssertion(() =>
            Assert.Contains("est enregistré", Texte(page, ".retour[role=status]"), StringComparison.Ordinal)
        );

        Assert.Contains("note d'organisation n'a pas été soumise", page.Find("dialog").TextContent, StringComparison.Ordinal);
        await page.Find("#lancement-motif").ChangeAsync(new() { Value = "Procédure reprise." });
        await page.FindAll("dialog button")
            .Single(b => b.TextContent.Trim() == "Lancer et figer les acheteurs")
            .ClickAsync(new());
        page.WaitForAssertion(() =>
            Assert.Contains("acheteurs sont figés", Texte(page, ".retour[role=status]"), StringComparison.Ordinal)
        );
        Assert.Empty(page.FindAll("form.formulaire"));
        Assert.Equal("2", page.FindAll("tbody td.num")[1].TextContent);

        await page.Find("#issue").ChangeAsync(new() { Value = "1" });
        await page.FindAll("dialog button").Single(b => b.TextContent.Trim() == "Terminer").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("Terminée", Texte(page, "[data-test=statut]")[1..]));
    }

    [Fact]
    public async Task Les_acheteurs_figes_se_lisent_page_par_page()
    {
        var id = await LanceeAsync();

        var page = Render<PageMembresFiges>(p => p.Add(x => x.Id, id.Valeur));

        page.WaitForAssertion(() =>
            Assert.Equal(["Arras", "Béthune"], page.FindAll("tbody th").Select(t => t.TextContent.Trim()))
        );
        Assert.Contains("Liste figée le 10 mars 2026", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_liste_et_l_onglet_du_groupement_montrent_la_procedure()
    {
        await LanceeAsync();

        var liste = Render<PageProcedures>();
        liste.WaitForAssertion(() => Assert.Contains("PROC-2026-001", liste.Find("table").TextContent, StringComparison.Ordinal));
        var onglet = Render<App.Groupements.PageProceduresDuGroupement>(p => p.Add(x => x.Id, Banc.Groupement.Valeur));
        onglet.WaitForAssertion(() => Assert.Contains("Lancée", onglet.Find("table").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Une_procedure_inconnue_est_dite_introuvable()
    {
        var page = Render<PageProcedure>(p => p.Add(x => x.Id, Guid.NewGuid()));

        page.WaitForAssertion(() => Assert.Contains("Cette procédure n'existe pas", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Une_procedure_lancee_ne_laisse_changer_que_qui_en_a_la_charge()
    {
        var id = await LanceeAsync();

        var page = Render<PageModifierProcedure>(p => p.Add(x => x.Id, id.Valeur));

        page.WaitForElement("#objet");
        Assert.True(page.Find("#objet").HasAttribute("readonly"));
        await page.Find("form.formulaire").SubmitAsync();
        page.WaitForAssertion(() => Assert.EndsWith($"/procedures/{id.Valeur}", Navigation.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task L_accueil_la_recherche_et_la_synthese_connaissent_groupements_et_procedures()
    {
        await LanceeAsync();
        var sources = Services.GetServices<ISourceDeRecherche>().ToList();

        var parReference = await ChercherAsync("PROC", "2026", "001");
        var parNom = await ChercherAsync("DEMAT");

        Assert.Equal("Tiers de télétransmission", Assert.Single(parReference).Titre);
        Assert.Equal("Groupements", Assert.Single(parNom).Type);
        Agent = Agents.Membre(Banc.Arras.Id);
        Assert.DoesNotContain(await ChercherAsync("DEMAT"), r => r.Type == "Groupements");
        Agent = Agents.Gestionnaire;
        var cartes = new List<CarteATraiter>();
        foreach (var source in Services.GetServices<ISourceATraiter>())
        {
            cartes.AddRange(await source.ExecuterAsync(Agent, Annulation));
        }

        Assert.Equal(1, cartes.Single(c => c.Titre == "Procédures lancées").Nombre);
        var lignes = new List<LigneDeSynthese>();
        foreach (var source in Services.GetServices<ISourceDeSynthese>())
        {
            lignes.AddRange(await source.ExecuterAsync(Agent, Banc.Jour, Annulation));
        }

        Assert.Equal(("3", "3"), lignes.Where(l => l.Libelle == "Membres").Select(l => (l.Valeur, l.MoisPrecedent)).Single());
        Assert.Equal(
            ("1", "0"),
            lignes.Where(l => l.Libelle == "Procédures en cours").Select(l => (l.Valeur, l.MoisPrecedent)).Single()
        );

        async Task<List<ResultatDeRecherche>> ChercherAsync(params string[] mots)
        {
            List<ResultatDeRecherche> resultats = [];
            foreach (var source in sources)
            {
                resultats.AddRange(await source.ExecuterAsync(Agent, mots, 10, Annulation));
            }

            return resultats;
        }
    }

    private async Task<ProcedureId> LanceeAsync()
    {
        var agent = Agents.Gestionnaire with { Id = Guid.Empty };
        var id = await Banc.Le<CreerProcedure>()
            .ExecuterAsync(agent, Banc.Groupement, "Tiers de télétransmission", NatureDAchat.Services, Banc.Jour, Annulation);
        await Banc.Le<ModifierLotsDeProcedure>()
            .ExecuterAsync(
                agent,
                id,
                await VersionAsync(id),
                new ChangementDeLots.Ajoute(new DefinitionDeLotDeProcedure("Actes", Banc.Actes, 1)),
                Annulation
            );
        await Banc.Le<LancerProcedure>()
            .ExecuterAsync(agent, id, await VersionAsync(id), Banc.Jour, BancDeProcedure.MotifDeLancement, Annulation);
        return id;
    }

    private async Task<int> VersionAsync(ProcedureId id)
    {
        await using var contexte = await Banc.OuvrirAsync();
        return await contexte.Procedures.Where(p => p.Id == id).Select(p => p.Version).SingleAsync(Annulation);
    }
}
