using Bunit;
using CdgMarches.App.Contributions.Donnees;
using CdgMarches.Tests.Outils;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Contributions;

/// <summary>Ce qu'un agent saisit des données d'un appel.</summary>
public sealed class PagesDesDonneesTests : EssaiDePageDesContributions
{
    [Fact]
    public async Task Un_nombre_refuse_garde_le_dialogue_ouvert_le_dit_et_ne_perd_rien_de_saisi()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/contributions/consultations?annee=2025");
        var page = Render<PageConsultations>();
        page.WaitForElement("button[aria-label^='Déclarer les consultations']");
        await page.FindAll("button[aria-label^='Déclarer les consultations']")[0].ClickAsync(new());
        await page.RemplirAsync("reelles", "-3");
        await page.RemplirAsync("estimees", "12");

        await page.ConfirmerAsync("Enregistrer");

        Assert.NotNull(page.WaitForElement("dialog [data-test=refus]"));
        Assert.Equal("12", page.Find("#estimees").GetAttribute("value"));
        await page.RemplirAsync("reelles", "3");
        await page.ConfirmerAsync("Enregistrer");
        page.Dit("sont enregistrées");
        Assert.Empty(page.FindAll("dialog [data-test=refus]"));
    }
}
