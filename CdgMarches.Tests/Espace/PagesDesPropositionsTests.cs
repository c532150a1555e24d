using Bunit;
using CdgMarches.App.Contributions;
using CdgMarches.App.Conventions;
using CdgMarches.App.Espace;
using CdgMarches.App.Recensements;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Espace;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Espace;

/// <summary>Les changements que les membres proposent, acceptés ou refusés d'un bouton.</summary>
public sealed class PagesDesPropositionsTests : EssaiDePageDeGroupement
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Une_proposition_acceptee_change_la_fiche()
    {
        var page = await AfficherAsync();

        await CliquerCommencantAsync(page, "Accepter pour Arras");

        page.Dit("La fiche a pris le changement.");
        await using var contexte = await Banc.OuvrirAsync();
        var arras = await contexte.Collectivites.SingleAsync(c => c.Id == Banc.Arras.Id, Annulation);
        Assert.Equal("Vasseur", Assert.Single(arras.Contacts).Nom);
    }

    [Fact]
    public async Task Un_refus_sans_motif_garde_sa_boite_ouverte_et_la_fiche_ne_change_pas()
    {
        var page = await AfficherAsync();
        await CliquerCommencantAsync(page, "Refuser pour Arras");
        await page.ConfirmerAsync("Refuser");
        page.WaitForElement("dialog [data-test=refus]", TimeSpan.FromSeconds(10));
        await page.RemplirAsync("motif", "Elle a quitté la commune.");
        await page.ConfirmerAsync("Refuser");

        page.Dit("La proposition est refusée");
        await using var contexte = await Banc.OuvrirAsync();
        var proposition = await contexte.Propositions.SingleAsync(Annulation);
        Assert.Equal((EtatDeProposition.Refusee, "Elle a quitté la commune."), (proposition.Etat, proposition.Motif));
        Assert.Empty((await contexte.Collectivites.SingleAsync(c => c.Id == Banc.Arras.Id, Annulation)).Contacts);
    }

    private async Task<IRenderedComponent<PagePropositions>> AfficherAsync()
    {
        Services.AddConventions().AddContributions().AddRecensements().AddEspace();
        await Services
            .GetRequiredService<ProposerChangement>()
            .ContactAsync(
                Agents.Membre(Banc.Arras.Id),
                Banc.Arras.Id,
                null,
                new CoordonneesDeContact(Civilite.Madame, "Vasseur", "Aude"),
                null,
                Annulation
            );
        var page = Render<PagePropositions>();
        page.Dit("Accepter pour Arras");
        return page;
    }

    private static Task CliquerCommencantAsync(IRenderedComponent<PagePropositions> page, string debut) =>
        page.FindAll("button").First(b => b.TextContent.Trim().StartsWith(debut, StringComparison.Ordinal)).ClickAsync(new());
}
