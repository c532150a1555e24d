using Bunit;
using CdgMarches.App.Groupements.Constitution;
using CdgMarches.App.Groupements.Retraits;
using CdgMarches.App.Socle.Taches;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Tests.Outils;

namespace CdgMarches.Tests.Groupements;

/// <summary>La page d'un retrait : tout ce qui manque se dit à la fois, à son champ, et une caducité dit pourquoi.</summary>
public sealed class PageRetraitTests : EssaiDePageDeGroupement
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tout_ce_qui_manque_aux_modalites_se_dit_a_la_fois_a_son_champ()
    {
        var fiche = await Banc.FicheAsync();
        await Banc.Le<FixerRegles>()
            .ExecuterAsync(
                Agent,
                fiche.Id,
                fiche.Version,
                ReglesDeConvention.De(ProfilDeConvention.GroupementDedie),
                annulation: Annulation
            );
        var page = await AfficherAsync(await AnnoncerAsync(Banc.Arras));
        await CliquerAsync(page, "Ajouter une somme");
        await CliquerAsync(page, "Ajouter une somme");
        await page.RemplirAsync("somme-libelle-1", "Quote-part");
        await page.RemplirAsync("somme-montant-1", "-5");
        await page.RemplirAsync("somme-due-1", "2026-06-30");
        await page.RemplirAsync("adoptee", "2026-03-02");
        await page.RemplirAsync("publiee", "2026-03-01");

        await page.Find("form[aria-label='Délibération de retrait']").SubmitAsync();

        page.WaitForElement("#somme-montant-0-erreur");
        Assert.All(
            (string[])["somme-libelle-0", "somme-due-0", "somme-montant-1", "publiee"],
            champ => Assert.NotEmpty(page.FindAll($"#{champ}-erreur"))
        );
        Assert.Empty(page.FindAll("#somme-libelle-1-erreur"));
        Assert.Contains("5 points sont à corriger", Texte(page, "[data-test=erreurs]"), StringComparison.Ordinal);
        await CliquerAsync(page, "Retirer la somme 1");
        Assert.Empty(page.FindAll("[id^=somme][id$=-erreur]"));
    }

    [Fact]
    public async Task Un_preavis_saisi_sans_jour_ni_preuve_dit_les_deux_et_le_saisi_complet_est_garde()
    {
        var id = await AnnoncerAsync(Banc.Arras);
        var page = await AfficherAsync(id);

        await page.Find("form[aria-label='Préavis']").SubmitAsync();

        page.WaitForElement("#informe-erreur");
        Assert.NotEmpty(page.FindAll("#preuve-erreur"));
        await page.RemplirAsync("informe", "2026-03-09");
        await page.RemplirAsync("preuve", "Courriel du maire, 9 mars.");
        await page.Find("form[aria-label='Préavis']").SubmitAsync();
        page.Dit("Le préavis est enregistré");
        Assert.Equal(new DateOnly(2026, 3, 9), (await LireAsync(id)).InformeLe);
        page.Dit("Preuve : Courriel du maire, 9 mars.");
    }

    [Fact]
    public async Task Un_retrait_caduc_dit_pourquoi_et_que_l_adhesion_continue()
    {
        var id = await AnnoncerAsync(Banc.Arras);
        await Banc.Le<ConduireRetrait>()
            .ExecuterAsync(
                Agent,
                id,
                (await LireAsync(id)).Version,
                new ChangementDeRetrait.Information(Banc.Jour, Exemples.Recepisse),
                Annulation
            );
        Banc.Socle.Horloge.Instant = new DateTimeOffset(2027, 1, 1, 2, 45, 0, TimeSpan.Zero);
        await Banc.Le<IEnumerable<ITachePlanifiee>>()
            .Single(t => t.Nom == "groupements.retraits-caducs")
            .ExecuterAsync(Annulation);

        var page = await AfficherAsync(id);

        var dit = string.Join(' ', page.FindAll("[data-test=preavis]").Select(p => p.TextContent));
        Assert.Contains("Aucune délibération n'était exécutoire au 31 décembre 2026", dit, StringComparison.Ordinal);
        Assert.Contains("L'adhésion continue avec ses choix et son siège", dit, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("form[aria-label='Délibération de retrait']"));
        Assert.Contains(
            "Sortie sans effet",
            Texte(page, ".frise li:last-child").Replace("— ", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        var liste = Render<PageRetraits>(p => p.Add(x => x.Id, Banc.Groupement.Valeur));
        liste.Dit("sans effet");
        Assert.DoesNotContain("31/12/2026", liste.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_deliberation_d_un_retrait_constate_se_lit_encore_avec_son_numero()
    {
        var id = await AnnoncerAsync(Banc.Arras);
        await ChangerAsync(id, new ChangementDeRetrait.Information(Banc.Jour, Exemples.Recepisse));
        await ChangerAsync(
            id,
            new ChangementDeRetrait.Deliberation(Exemples.Executoire(Banc.Jour) with { Numero = "D-2026-14" }, null, null, [])
        );
        using (var pdf = Exemples.Pdf())
        {
            await Banc.Le<DeposerDeliberationDeRetrait>()
                .ExecuterAsync(Agent, id, (await LireAsync(id)).Version, pdf, "deliberation.pdf", Annulation);
        }

        await ChangerAsync(id, new ChangementDeRetrait.Constat(null));

        var page = await AfficherAsync(id);

        Assert.Equal(EtatDeRetrait.Constate, (await LireAsync(id)).Etat);
        Assert.Equal("Délibération déposée, n° D-2026-14", Texte(page, "a[data-test=deliberation]"));
    }

    private async Task ChangerAsync(DossierDeRetraitId id, ChangementDeRetrait changement) =>
        await Banc.Le<ConduireRetrait>().ExecuterAsync(Agent, id, (await LireAsync(id)).Version, changement, Annulation);

    private async Task<DossierDeRetraitId> AnnoncerAsync(Collectivite membre) =>
        await Banc.Le<AnnoncerRetrait>().ExecuterAsync(Agent, (await Banc.AdhesionDeAsync(membre)).Id, Annulation);

    private async Task<DossierDeRetrait> LireAsync(DossierDeRetraitId id) =>
        (await Banc.Le<LireRetraits>().FicheAsync(Agent, Banc.Groupement, id, Annulation))!.Dossier;

    private Task<IRenderedComponent<PageRetrait>> AfficherAsync(DossierDeRetraitId id)
    {
        var page = Render<PageRetrait>(p => p.Add(x => x.Id, Banc.Groupement.Valeur).Add(x => x.RetraitId, id.Valeur));
        page.WaitForElement("#suites");
        return Task.FromResult(page);
    }
}
