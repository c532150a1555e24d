using Bunit;
using CdgMarches.App.Groupements.Constitution;
using CdgMarches.App.Groupements.Vie;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>Qui représente une partie, dans quel ordre se datent ses actes, qui siège au comité de suivi et qui répond d'une tâche.</summary>
public sealed class PartiesEtComiteTests : EssaiDePageDeGroupement
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    private DateOnly Jour => Banc.Jour;

    [Fact]
    public async Task Qui_represente_une_partie_fondatrice_se_dit_avec_ses_actes()
    {
        await Banc.OuvrirLaConventionAsync();
        var page = Render<PageConvention>(p => p.Add(x => x.Id, Banc.Groupement.Valeur));
        page.WaitForAssertion(() => Assert.Contains(page.FindAll("button"), b => b.TextContent.Trim().Contains("d'Arras")));

        await page.FindAll("button").First(b => b.TextContent.Trim() == "Dater les actes d'Arras").ClickAsync(new());
        await page.Find("#representee-par").ChangeAsync(new() { Value = " Frédéric Leturque " });
        await page.Find("#en-qualite-de").ChangeAsync(new() { Value = "Maire" });
        await page.Find("form[aria-label=\"Actes d'Arras\"]").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("Frédéric Leturque, Maire", page.Markup, StringComparison.Ordinal));
        var arras = (await PartiesAsync()).Single(p => p.Collectivite == Banc.Arras.Id);
        Assert.Equal(("Frédéric Leturque", "Maire"), (arras.Representant, arras.Qualite));
    }

    [Fact]
    public async Task Les_formalites_suivent_la_derniere_signature_et_tout_ce_qui_s_y_oppose_se_dit()
    {
        await Banc.OuvrirLaConventionAsync();
        var sans = await FormalitesRefuseesAsync(Jour.AddDays(-3), Jour.AddDays(-2));
        Assert.Equal(2, sans.OfType<ActesDansLOrdre>().Count());
        Assert.All(sans, o => Assert.Contains("n'a pas de date", o.Message, StringComparison.Ordinal));

        await Banc.SignerPartoutAsync();
        var avant = await FormalitesRefuseesAsync(Jour.AddDays(-10), Jour.AddDays(1));
        Assert.Equal([typeof(ActesDansLOrdre), typeof(ActePasAVenir)], avant.Select(o => o.GetType()));

        // A signature that moves after the formalities is the same fault, seen from the other date.
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Banc.ModifierLaConventionAsync(
                new ChangementDeConvention.ActesDeLaPartie(Banc.Arras.Id, Exemples.Executoire(Jour.AddDays(-9)), Jour.AddDays(-1))
            )
        );
        Assert.Contains("la transmission", Assert.Single(refus.Obstacles).Message, StringComparison.OrdinalIgnoreCase);

        async Task<IReadOnlyList<IRegle>> FormalitesRefuseesAsync(DateOnly transmise, DateOnly publiee) =>
            (
                await Assert.ThrowsAsync<RegleMetierException>(() =>
                    Banc.ModifierLaConventionAsync(new ChangementDeConvention.Formalites(transmise, publiee))
                )
            ).Obstacles;
    }

    [Fact]
    public async Task Qui_est_entre_par_avenant_peut_repondre_d_une_tache()
    {
        await Banc.OuvrirLaConventionAsync();
        await using (var contexte = await Banc.OuvrirAsync())
        {
            var groupement = await contexte.Groupements.SingleAsync(g => g.Id == Banc.Groupement, Annulation);
            contexte.Add(Exemples.UneAdhesion(groupement, Banc.Calais.Id, Jour));
            await contexte.SaveChangesAsync(Annulation);
        }

        var convention = (await Banc.Le<LireConvention>().ExecuterAsync(Agent, Banc.Groupement, Annulation))!;

        Assert.Equal(["Arras", "Béthune", "Calais", "Centre de gestion"], convention.Responsables.Select(r => r.Nom));
        await Banc.ModifierLaConventionAsync(new ChangementDeConvention.TacheAuMembre(1, Banc.Calais.Id));
    }

    [Fact]
    public async Task Une_personne_n_est_pas_deux_fois_au_comite_les_memes_jours()
    {
        await Banc.OuvrirLaConventionAsync();
        await DesignerAsync("Lise Hochart", Jour.AddDays(-10));

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => DesignerAsync(" lise  HOCHART ", Jour));
        Assert.Contains(
            "est déjà au comité de suivi pour ce membre",
            Assert.Single(refus.Obstacles).Message,
            StringComparison.OrdinalIgnoreCase
        );

        var convention = (await Banc.Le<LireConvention>().ExecuterAsync(Agent, Banc.Groupement, Annulation))!;
        await Banc.ModifierLaConventionAsync(
            new ChangementDeConvention.FinDeDesignation(Assert.Single(convention.Comite).Id, Jour)
        );
        await DesignerAsync("Lise Hochart", Jour.AddDays(1));
    }

    [Fact]
    public async Task Une_action_se_fait_apres_la_reunion_et_l_histoire_compte_les_courriels_partis()
    {
        await Banc.OuvrirLaConventionAsync();
        await DesignerAsync("Lise Hochart", Jour.AddDays(-10), "lise@arras.example");
        await DesignerAsync("Paul Sansadresse", Jour.AddDays(-10));
        var id = await Banc.Le<PrevoirReunion>()
            .ExecuterAsync(Agent, Banc.Groupement, Jour.AddDays(7), new(10, 0), "Siège", "Bilan", Annulation);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            TenirAsync(id, new ChangementDeReunion.NouvelleAction("Chiffrer", "Arras", Jour.AddDays(6)))
        );
        var obstacle = Assert.Single(refus.Obstacles);
        Assert.Equal("RG7.04", obstacle.Code);
        Assert.Contains("avant la réunion du 17 mars 2026", obstacle.Message, StringComparison.Ordinal);

        await TenirAsync(id, new ChangementDeReunion.Invitation());
        await using var contexte = await Banc.OuvrirAsync();
        Assert.Equal(
            "Invitations envoyées : 1.",
            await contexte.Journal.Where(l => l.Evenement == nameof(ComiteInvite)).Select(l => l.Libelle).SingleAsync(Annulation)
        );
    }

    private Task DesignerAsync(string nom, DateOnly du, string? courriel = null) =>
        Banc.ModifierLaConventionAsync(
            new ChangementDeConvention.NouvelleDesignation(Banc.Arras.Id, nom, courriel, "Le maire", du)
        );

    private async Task<IReadOnlyList<PartieDeLaFiche>> PartiesAsync() =>
        (await Banc.Le<LireConvention>().PartiesAsync(Agent, Banc.Groupement, new Demande(), Annulation)).Elements;

    private async Task TenirAsync(ReunionDeComiteId id, ChangementDeReunion changement) =>
        await Banc.Le<TenirReunion>()
            .ExecuterAsync(
                Agent,
                id,
                (await Banc.Le<LireReunions>().FicheAsync(Agent, Banc.Groupement, id, Annulation))!.Reunion.Version,
                changement,
                Annulation
            );
}
