using Bunit;
using CdgMarches.App.Echeancier;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;

namespace CdgMarches.Tests.Echeancier;

/// <summary>L'adresse secrète du calendrier : créée, remplacée, retirée de la page.</summary>
public sealed class PageMonCalendrierTests : EssaiDePageDeGroupement
{
    [Fact]
    public async Task L_adresse_se_cree_se_remplace_et_se_retire()
    {
        Services.AddEcheancier();
        Agent = Agents.Membre(Banc.Arras.Id);
        var page = Render<PageMonCalendrier>();
        await CliquerAsync(page, "Créer mon adresse");
        var premiere = page.WaitForElement("[data-test=flux]").GetAttribute("value");

        await CliquerAsync(page, "Remplacer mon adresse");
        page.WaitForAssertion(() => Assert.NotEqual(premiere, page.Find("[data-test=flux]").GetAttribute("value")));
        await CliquerAsync(page, "Retirer mon adresse");

        page.Dit("Votre adresse est retirée");
        Assert.Empty(page.FindAll("[data-test=flux]"));
        Assert.Empty(page.FindAll("form"));
    }
}
