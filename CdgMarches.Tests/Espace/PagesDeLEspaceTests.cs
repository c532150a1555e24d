using Bunit;
using CdgMarches.App.Contributions;
using CdgMarches.App.Conventions;
using CdgMarches.App.Espace;
using CdgMarches.App.Recensements;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CdgMarches.Tests.Conventions.Exemples;

namespace CdgMarches.Tests.Espace;

/// <summary>Les pages de l'espace, vues par un membre qui sert une ou plusieurs collectivités.</summary>
public sealed class PagesDeLEspaceTests : EssaiDePageDeGroupement
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chaque_carte_dit_combien_il_y_en_a_et_ce_qui_attend()
    {
        Preparer();
        await Banc.Socle.Base.SemerAsync(EnPreparation(Banc.Arras.Id, jour: Jour("2026-02-02")), EnVigueur(Banc.Bethune.Id, 2));
        await Banc.Socle.Base.SemerAsync(Contributions.Exemples.UnAppel(500m, collectivite: Banc.Arras.Id));
        Agent = Agents.Membre(Banc.Arras.Id);

        var page = Render<PageEspace>();
        page.WaitForElement("[data-test=adhesions]");

        Assert.Contains("1 adhésion en vigueur", Texte(page, "[data-test=adhesions]"), StringComparison.Ordinal);
        Assert.Contains(
            "0 convention en vigueur, 2 documents à rendre",
            Texte(page, "[data-test=conventions]"),
            StringComparison.Ordinal
        );
        Assert.Contains("1 appel à régler, reste dû 500,00", Texte(page, "[data-test=contributions]"), StringComparison.Ordinal);
        Assert.Contains("Régler notre contribution", page.Markup, StringComparison.Ordinal);
        Assert.Single(page.FindAll("a.bouton-principal"), a => a.TextContent.Contains("APC-2026-0001", StringComparison.Ordinal));
        Assert.Contains("4 février 2026", page.Markup, StringComparison.Ordinal);
        Agent = Agents.Membre(Banc.Bethune.Id);
        var autre = Render<PageEspace>();
        autre.WaitForElement("[data-test=contributions]");
        Assert.Contains("Rien à régler", Texte(autre, "[data-test=contributions]"), StringComparison.Ordinal);
        Assert.Contains("1 convention en vigueur", Texte(autre, "[data-test=conventions]"), StringComparison.Ordinal);
    }

    [Fact]
    public void Ce_qui_se_fait_avant_une_heure_la_dit_et_le_reste_attend_le_soir()
    {
        Preparer();
        Services.AddSingleton<ISourceDuMembre>(new DeuxChoses());
        Agent = Agents.Membre(Banc.Arras.Id);

        var page = Render<PageEspace>();
        page.WaitForElement(".chose-a-faire");

        string[] cartes = [.. page.FindAll(".chose-a-faire").Select(c => c.TextContent.Replace('\u00a0', ' '))];
        Assert.Contains("Avant le 15 décembre 2026 à 14 h 00 · environ 5 min", cartes[0], StringComparison.Ordinal);
        Assert.Contains("Avant le 16 décembre 2026 au soir · environ 5 min", cartes[1], StringComparison.Ordinal);
    }

    private sealed class DeuxChoses : ISourceDuMembre
    {
        public Task<IReadOnlyList<ChoseAFaire>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default) =>
            Task.FromResult<IReadOnlyList<ChoseAFaire>>([
                new("S'inscrire", "Parapheurs", new(2026, 12, 15), 5, "S'inscrire", "/espace") { Heure = new(14, 0) },
                new("Répondre", "Besoins", new(2026, 12, 16), 5, "Répondre", "/espace"),
            ]);
    }

    [Fact]
    public async Task Une_secretaire_de_deux_communes_propose_pour_celle_qu_elle_choisit_sans_champ_en_double()
    {
        Preparer();
        Agent = DeDeux();
        var page = Render<PageContactsDuMembre>();
        page.WaitForElement("#contact-nom");
        Assert.Single(page.FindAll("#contact-nom"));

        var bethune = page.FindAll("#contact-pour option").First(o => o.TextContent.Trim() == "Béthune");
        await page.Find("#contact-pour").ChangeAsync(new() { Value = bethune.GetAttribute("value") });
        await page.Find("#contact-nom").ChangeAsync(new() { Value = "Vasseur" });
        await page.Find("form[aria-label='Proposer un changement']").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("La proposition est partie", page.Markup, StringComparison.Ordinal));

        await using var contexte = await Banc.OuvrirAsync();
        Assert.Equal(Banc.Bethune.Id, (await contexte.Propositions.SingleAsync(Annulation)).Collectivite);
    }

    [Fact]
    public async Task La_reponse_a_une_demande_d_aide_se_lit_par_celui_qui_l_a_faite()
    {
        Preparer();
        var demande = DemandeDAssistance.Recevoir(
            Banc.Arras.Id,
            new NouvelleDemandeDAssistance(NatureDAssistance.Technique, "Je ne peux plus déposer", null, null),
            HorlogeFigee.Origine
        );
        demande.Repondre("Videz le cache du navigateur.", null, HorlogeFigee.Origine.AddDays(1));
        await Banc.Socle.Base.SemerAsync(demande);
        Agent = Agents.Membre(Banc.Arras.Id);

        var page = Render<PageAssistanceDuMembre>();
        Assert.Contains(
            "Videz le cache du navigateur.",
            page.WaitForElement("[data-test=reponse]").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Les_documents_a_reprendre_et_leur_recu_se_lisent_sur_la_convention_du_membre()
    {
        Preparer();
        var convention = EnVigueur(Banc.Arras.Id);
        convention.Denoncer(new NouvelleDenonciation(AuteurDeDenonciation.Cdg, Jour("2026-02-02")), Banc.Jour);
        convention.InventorierUnDocument("Dossiers de consultation", 6, "Papier");
        convention.MettreADisposition(Jour("2026-02-20"), Banc.Jour);
        await Banc.Socle.Base.SemerAsync(convention);
        Agent = Agents.Membre(Banc.Arras.Id);

        var page = Render<PageConventionsDuMembre>();
        Assert.Contains(
            "Dossiers de consultation (6, Papier)",
            page.WaitForElement("[data-test=inventaire]").TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("un reçu sera à signer", page.Markup, StringComparison.Ordinal);
        Agent = Agents.Membre(Banc.Bethune.Id);
        var autre = Render<PageConventionsDuMembre>();
        autre.WaitForAssertion(() => Assert.Contains("Aucune convention d'accès", autre.Markup, StringComparison.Ordinal));
    }

    private static string Texte(IRenderedComponent<PageEspace> page, string selecteur) =>
        EssaiDePageDeGroupement.Texte(page, selecteur).Replace('\u00a0', ' ').Replace('\u202f', ' ');

    private void Preparer()
    {
        Services.AddConventions().AddContributions().AddRecensements().AddEspace();
    }

    private Acteur DeDeux() =>
        Agents.Membre(Banc.Arras.Id) with
        {
            Perimetre = Perimetre.DeMembre(
                new Dictionary<CollectiviteId, RoleDeMembre>
                {
                    [Banc.Arras.Id] = RoleDeMembre.Referent,
                    [Banc.Bethune.Id] = RoleDeMembre.Referent,
                }
            ),
        };
}
