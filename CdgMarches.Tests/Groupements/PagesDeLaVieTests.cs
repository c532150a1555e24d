using Bunit;
using CdgMarches.App.Groupements.Constitution;
using CdgMarches.App.Groupements.Retraits;
using CdgMarches.App.Groupements.Vie;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>Ce que les pages d'un groupement disent avant le geste : dissolution, retrait, comité, litiges.</summary>
public sealed class PagesDeLaVieTests : EssaiDePageDeGroupement
{
    private Guid Id => Banc.Groupement.Valeur;

    [Fact]
    public async Task La_dissolution_dit_ce_que_la_cause_suppose_demande_confirmation_et_s_abandonne()
    {
        await EcrireABethuneAsync();
        await PasserAuGroupementDedieAsync();
        var page = Render<PageDissolution>(p => p.Add(x => x.Id, Id));
        page.WaitForElement("#cause");
        Assert.Contains("n'est pas décidé", Texte(page, "[data-test=obstacles]"), StringComparison.Ordinal);

        // « Plus qu'un seul membre » : trois restent.
        await page.Find("#cause").ChangeAsync(new() { Value = "1" });
        page.WaitForAssertion(() =>
            Assert.Contains("3 membres restent", Texte(page, "[data-test=obstacles]"), StringComparison.Ordinal)
        );
        await page.Find("#motif").ChangeAsync(new() { Value = "Deux départs." });
        await page.Find("#dernier-jour").ChangeAsync(new() { Value = "2026-04-30" });
        await page.Find("form[aria-label='Dissolution']").SubmitAsync();
        page.WaitForAssertion(() =>
            Assert.Contains("ne peut pas s'ouvrir", Texte(page, "[role=alert]"), StringComparison.Ordinal)
        );
        Assert.Null(await Banc.Le<ConduireDissolution>().LireAsync(Agent, Banc.Groupement));

        await AnnoncerAsync(Banc.Arras);
        await AnnoncerAsync(Banc.Bethune);
        await page.Find("#dernier-jour").ChangeAsync(new() { Value = "2026-05-01" });
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-test=obstacles]")));
        await page.Find("form[aria-label='Dissolution']").SubmitAsync();
        // The form only asks: nothing is open until the dialog is confirmed.
        Assert.Null(await Banc.Le<ConduireDissolution>().LireAsync(Agent, Banc.Groupement));
        Assert.Contains("3 membres recevront un courriel", page.Find("dialog").TextContent, StringComparison.Ordinal);
        await CliquerAsync(page, "Ouvrir et informer les membres");
        page.WaitForAssertion(() => Assert.Contains("En cours", page.Markup, StringComparison.Ordinal));

        await page.Find("form[aria-label='Abandon de la dissolution']").SubmitAsync();
        page.WaitForElement("#motif-d-abandon-erreur");
        await page.Find("#motif-d-abandon").ChangeAsync(new() { Value = "Ils restent." });
        await page.Find("form[aria-label='Abandon de la dissolution']").SubmitAsync();
        // The real message, before it leaves: nothing is given up yet.
        page.WaitForAssertion(() =>
            Assert.Contains("Ils restent.", page.Find("[data-test=apercu-de-l-envoi]").TextContent, StringComparison.Ordinal)
        );
        Assert.Null((await Banc.Le<ConduireDissolution>().LireAsync(Agent, Banc.Groupement))!.Dossier.AbandonneeLe);
        await CliquerAsync(page, "Abandonner et informer les membres");
        page.WaitForAssertion(() => Assert.Contains("Abandonnée le 10 mars 2026", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Motif de l'abandon : Ils restent.", page.Markup, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("form[aria-label='Dissolution']"));
    }

    [Fact]
    public async Task Le_retrait_dit_la_consultation_en_cours_avant_le_geste()
    {
        await PasserAuGroupementDedieAsync();
        var id = await AnnoncerAsync(Banc.Arras);
        await Banc.LancerUneProcedureAsync();

        var page = Render<PageRetrait>(p => p.Add(x => x.Id, Id).Add(x => x.RetraitId, id.Valeur));

        page.WaitForAssertion(() =>
            Assert.Contains(
                "entre son lancement et son terme",
                Texte(page, "[data-test=avertissements]"),
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public async Task Une_reunion_a_venir_n_a_ni_presences_ni_compte_rendu_et_une_passee_n_a_plus_d_invitations()
    {
        await Banc.OuvrirLaConventionAsync();
        foreach (var membre in (Collectivite[])[Banc.Arras, Banc.Bethune])
        {
            await DesignerAsync(membre);
        }

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => DesignerAsync(Banc.Calais));
        Assert.IsType<DesignationParUnMembre>(Assert.Single(refus.Obstacles));

        var id = await Banc.Le<PrevoirReunion>()
            .ExecuterAsync(Agent, Banc.Groupement, Banc.Jour.AddDays(9), new(10, 0), "Siège", "Bilan");
        var avant = await Assert.ThrowsAsync<RegleMetierException>(() =>
            TenirAsync(id, new ChangementDeReunion.Presents(new HashSet<Guid>()))
        );
        Assert.IsType<ReunionTenue>(Assert.Single(avant.Obstacles));
        Assert.IsType<ReunionTenue>(
            Assert.Single(
                (
                    await Assert.ThrowsAsync<RegleMetierException>(() =>
                        TenirAsync(id, new ChangementDeReunion.CompteRendu("Déjà."))
                    )
                ).Obstacles
            )
        );
        await TenirAsync(id, new ChangementDeReunion.Invitation());
        var page = Render<PageReunion>(p => p.Add(x => x.Id, Id).Add(x => x.ReunionId, id.Valeur));
        page.WaitForAssertion(() => Assert.Contains("se relèvent ce jour-là ou après", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("#compte-rendu"));
        // Two people of the same name are told apart by their collectivité.
        Assert.Contains("Responsable — Arras", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Responsable — Béthune", page.Markup, StringComparison.Ordinal);
        var comite = Render<PageComite>(p => p.Add(x => x.Id, Id));
        comite.WaitForAssertion(() =>
            Assert.Contains("Mettre fin ce jour : Responsable — Arras", comite.Markup, StringComparison.Ordinal)
        );

        Banc.Socle.Horloge.Instant = Banc.Socle.Horloge.Instant.AddDays(10);
        var apres = await Assert.ThrowsAsync<RegleMetierException>(() => TenirAsync(id, new ChangementDeReunion.Invitation()));
        Assert.IsType<InvitationAvantLaReunion>(Assert.Single(apres.Obstacles));
        Assert.Equal(Banc.Jour, (await Banc.Le<LireReunions>().FicheAsync(Agent, Banc.Groupement, id))!.Reunion.InviteeLe);
        await TenirAsync(id, new ChangementDeReunion.CompteRendu("Tout va bien."));
    }

    [Fact]
    public async Task Une_declaration_de_litige_se_cale_sur_le_groupement_filtre()
    {
        var autre = Exemples.UnGroupement(Banc.Cdg.Id, numero: 2, nom: "Zones numériques");
        await Banc.Socle.Base.SemerAsync(autre);
        await Banc.Socle.Base.SemerAsync(Exemples.UneAdhesion(autre, Banc.Arras.Id));
        Agent = Agents.Membre(Banc.Arras.Id) with { Id = Guid.Empty };
        Navigation.NavigateTo($"/espace/litiges?groupement={autre.Id.Valeur}");

        var page = Render<PageLitigesDuMembre>();

        page.WaitForElement("#pour");
        Assert.Contains("Zones numériques", page.Find("#pour option[selected]").TextContent, StringComparison.Ordinal);
    }

    private async Task EcrireABethuneAsync()
    {
        await using var contexte = await Banc.OuvrirAsync();
        var bethune = await contexte.Collectivites.SingleAsync(c => c.Id == Banc.Bethune.Id);
        bethune.Modifier(bethune.Identite with { Courriel = "mairie@bethune.example" });
        await contexte.SaveChangesAsync();
    }

    private async Task PasserAuGroupementDedieAsync()
    {
        var fiche = await Banc.FicheAsync();
        await Banc.Le<FixerRegles>()
            .ExecuterAsync(Agent, fiche.Id, fiche.Version, ReglesDeConvention.De(ProfilDeConvention.GroupementDedie));
    }

    /// <summary>Un retrait délibéré, au 30 avril, prêt à être constaté.</summary>
    private async Task<DossierDeRetraitId> AnnoncerAsync(Collectivite membre)
    {
        var id = await Banc.Le<AnnoncerRetrait>().ExecuterAsync(Agent, (await Banc.AdhesionDeAsync(membre)).Id);
        await ConduireAsync(
            new ChangementDeRetrait.Deliberation(Exemples.Executoire(Banc.Jour), new DateOnly(2026, 4, 30), null, [])
        );
        using var pdf = Exemples.Pdf();
        await Banc.Le<DeposerDeliberationDeRetrait>().ExecuterAsync(Agent, id, await VersionAsync(), pdf, "deliberation.pdf");
        return id;

        async Task ConduireAsync(ChangementDeRetrait changement) =>
            await Banc.Le<ConduireRetrait>().ExecuterAsync(Agent, id, await VersionAsync(), changement);

        async Task<int> VersionAsync() => (await Banc.Le<LireRetraits>().FicheAsync(Agent, Banc.Groupement, id))!.Dossier.Version;
    }

    private Task DesignerAsync(Collectivite membre) =>
        Banc.ModifierLaConventionAsync(
            new ChangementDeConvention.NouvelleDesignation(membre.Id, "Responsable", null, "Le maire", Banc.Jour)
        );

    private async Task TenirAsync(ReunionDeComiteId id, ChangementDeReunion changement) =>
        await Banc.Le<TenirReunion>()
            .ExecuterAsync(
                Agent,
                id,
                (await Banc.Le<LireReunions>().FicheAsync(Agent, Banc.Groupement, id))!.Reunion.Version,
                changement
            );
}
