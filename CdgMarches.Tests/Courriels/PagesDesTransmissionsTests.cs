using Bunit;
using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Courriels;
using CdgMarches.Tests.Commissions;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Courriels;

/// <summary>Les boutons des transmissions : préparer, transmettre, renoncer.</summary>
public sealed class PagesDesTransmissionsTests : EssaiDePageDeGroupement
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Une_transmission_part_aux_membres_choisis_puis_ne_se_refait_pas()
    {
        var page = await AfficherAsync();
        page.WaitForElement("[data-test=choisis]");

        await CliquerAsync(page, "Transmettre aux membres");
        await page.FindAll("dialog button")
            .First(b => b.TextContent.Trim().StartsWith("Transmettre à", StringComparison.Ordinal))
            .ClickAsync(new());

        page.Dit("La transmission est faite");
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent.Trim() == "Transmettre aux membres");
        await using var contexte = await Banc.OuvrirAsync();
        Assert.NotNull((await contexte.Transmissions.SingleAsync(Annulation)).TransmiseLe);
    }

    [Fact]
    public async Task Renoncer_demande_un_motif_et_sort_la_transmission_de_l_attente()
    {
        var page = await AfficherAsync();
        page.WaitForElement("#motif");

        await CliquerAsync(page, "Renoncer à transmettre");
        await page.ConfirmerAsync("Renoncer");
        await using (var contexte = await Banc.OuvrirAsync())
        {
            Assert.True((await contexte.Transmissions.SingleAsync(Annulation)).EstEnAttente);
        }

        await page.RemplirAsync("motif", "Doublon.");
        await page.ConfirmerAsync("Renoncer");

        page.Dit("La transmission est abandonnée.");
        page.Dit("Abandonnée : Doublon.");
    }

    [Fact]
    public async Task Un_lecteur_ne_transmet_ni_ne_renonce()
    {
        var id = await PreparerAsync();
        Agent = Agents.Lecture;

        var page = Render<PageTransmission>(p => p.Add(x => x.Id, id.Valeur));

        page.Dit("Nouveau contact");
        Assert.DoesNotContain(
            page.FindAll(".action button"),
            b => b.TextContent.Contains("ransmettre", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task La_liste_mene_a_chacune_et_la_nouvelle_se_prepare()
    {
        var id = await PreparerAsync();
        var liste = Render<PageTransmissions>();
        liste.WaitForAssertion(() => Assert.Equal($"/transmissions/{id.Valeur}", liste.Find("tbody th a").GetAttribute("href")));

        var page = Render<PageNouvelleTransmission>();
        page.WaitForElement("#objet");
        await page.Find("form.formulaire").SubmitAsync();
        Assert.NotEmpty(page.FindAll("[data-test=erreurs] li"));
        await page.RemplirAsync("groupement", page.Find("#groupement option:last-child").GetAttribute("value")!);
        await page.RemplirAsync("objet", "Mise à jour de la plateforme");
        await page.RemplirAsync("texte", "La plateforme ferme samedi.");
        await page.RemplirAsync("recue-le", "2026-03-10");
        await page.Find("form.formulaire").SubmitAsync();

        await using var contexte = await Banc.OuvrirAsync();
        var preparee = await contexte.Transmissions.SingleAsync(t => t.Objet == "Mise à jour de la plateforme", Annulation);
        Assert.EndsWith($"/transmissions/{preparee.Id.Valeur}", Navigation.Uri, StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<PageTransmission>> AfficherAsync()
    {
        var id = await PreparerAsync();
        return Render<PageTransmission>(p => p.Add(x => x.Id, id.Valeur));
    }

    private async Task<TransmissionId> PreparerAsync()
    {
        BancDesCommissions.AjouterLesAdresses(Services);
        Services
            .AddCourriels()
            .AddSingleton<AdressesDesObjets>()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        return await Services
            .GetRequiredService<PreparerTransmission>()
            .ExecuterAsync(
                Agent,
                Banc.Groupement,
                new ContenuDeTransmission(NatureDeTransmission.Information, "Nouveau contact", "Voici le contact.", Banc.Jour),
                annulation: Annulation
            );
    }
}
