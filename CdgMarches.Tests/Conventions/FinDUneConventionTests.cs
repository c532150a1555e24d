using Bunit;
using CdgMarches.App.Conventions;
using CdgMarches.App.Espace;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.Extensions.DependencyInjection;
using static CdgMarches.Tests.Conventions.Exemples;

namespace CdgMarches.Tests.Conventions;

/// <summary>La fin d'une convention, du CDG et de l'espace de la collectivité : inventaire, mise à disposition, reçu, dans l'ordre.</summary>
public sealed class FinDUneConventionTests : EssaiDePageDeConvention
{
    private static readonly DateOnly Aujourdhui = new(2026, 3, 10);

    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public void Tous_les_obstacles_d_un_recu_sont_dits_a_la_fois()
    {
        var convention = Denoncee();

        Assert.Equal(
            [typeof(InventaireNonVide), typeof(ActePasAVenir)],
            convention.PeutMettreADisposition(Jour("2026-03-11"), Aujourdhui).Obstacles.Select(o => o.GetType())
        );
        Assert.Equal(
            [typeof(RecuApresLaMiseADisposition), typeof(ActePasAVenir), typeof(SignataireDuRecu)],
            convention.PeutConstaterLeRecu(Jour("2026-03-11"), " ", Aujourdhui).Obstacles.Select(o => o.GetType())
        );
    }

    [Fact]
    public void La_mise_a_disposition_suit_la_denonciation_et_le_recu_suit_la_mise_a_disposition()
    {
        var convention = Denoncee();
        convention.InventorierUnDocument("Dossiers", 2, "Papier");

        var tot = Assert.Single(convention.PeutMettreADisposition(Jour("2026-02-01"), Aujourdhui).Obstacles);
        Assert.Equal("mise-a-disposition-le", tot.Champ);
        Assert.Contains("2 février 2026", tot.Message, StringComparison.Ordinal);
        convention.MettreADisposition(Jour("2026-03-05"), Aujourdhui);
        Assert.Contains(
            "5 mars 2026",
            Assert.Single(convention.PeutConstaterLeRecu(Jour("2026-03-04"), "Le maire", Aujourdhui).Obstacles).Message,
            StringComparison.Ordinal
        );
        convention.ConstaterLeRecu(Jour("2026-03-05"), "Le maire", null, Aujourdhui);
        Assert.IsType<RestitutionNonTerminee>(
            Assert.Single(convention.PeutMettreADisposition(Jour("2026-03-06"), Aujourdhui).Obstacles)
        );
    }

    [Fact]
    public async Task La_collectivite_suit_de_son_espace_chaque_etape_que_le_CDG_note_et_ne_note_rien_elle_meme()
    {
        var convention = Denoncee(notifiee: true);
        await Socle.Base.SemerAsync(convention);
        Services.AddSingleton<LireConventionsDuMembre>();
        var cdg = Agent;
        Agent = Agents.Membre(Arras.Id);
        var page = Render<PageConventionsDuMembre>();
        page.Dit("reste en vigueur jusqu'au 4 avril 2026");
        Assert.Empty(page.FindAll("[data-test=inventaire]"));

        await FaireAsync(cdg, convention.Id, 1, new GesteDeConvention.InventorierUnDocument("Dossiers", 2, "Papier"));
        await FaireAsync(cdg, convention.Id, 2, new GesteDeConvention.MettreADisposition(Jour("2026-03-08")));
        page = Render<PageConventionsDuMembre>();
        page.Dit("À notre disposition depuis le 8 mars 2026");
        Assert.Contains("Dossiers (2, Papier)", page.Find("[data-test=inventaire]").TextContent, StringComparison.Ordinal);
        page.Dit("un reçu sera à signer");

        await FaireAsync(cdg, convention.Id, 3, new GesteDeConvention.ConstaterLeRecu(Jour("2026-03-09"), "Le maire"));
        page = Render<PageConventionsDuMembre>();
        page.Dit("reçu signé le 9 mars 2026 par Le maire");
        Assert.DoesNotContain("un reçu sera à signer", page.Markup, StringComparison.Ordinal);
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            FaireAsync(Agent, convention.Id, 4, new GesteDeConvention.ConstaterLeRecu(Jour("2026-03-09"), "Nous"))
        );
        Assert.Empty(
            await new LireConventionsDuMembre(Socle.Base.Fabrique, Socle.Le<HorlogeLegale>()).ExecuterAsync(
                Agents.Membre(Bethune.Id),
                Annulation
            )
        );
    }

    [Fact]
    public async Task Le_prorata_de_la_fin_se_lit_avec_la_denonciation()
    {
        var convention = Denoncee(notifiee: true);
        await Socle.Base.SemerAsync(convention);
        var page = Render<PageDenonciation>(p => p.Add(x => x.Id, convention.Id.Valeur));
        page.WaitForElement("#prorata");

        // 1 January to 4 April 2026: 31 + 28 + 31 + 4.
        Assert.Contains("94 jours sur 365", page.Find("#prorata").ParentElement!.TextContent, StringComparison.Ordinal);
    }

    private Task FaireAsync(Acteur acteur, ConventionDAccesId id, int version, GesteDeConvention geste) =>
        Socle.Le<AgirSurConvention>().ExecuterAsync(acteur, id, version, geste, Annulation);

    private ConventionDAcces Denoncee(bool notifiee = false)
    {
        var convention = EnVigueur(Arras.Id);
        convention.Denoncer(new NouvelleDenonciation(AuteurDeDenonciation.Collectivite, Jour("2026-02-02")), Aujourdhui);
        if (notifiee)
        {
            convention.Notifier(AvisDeReception.Remis(Jour("2026-02-04")), Aujourdhui);
        }

        return convention;
    }
}
