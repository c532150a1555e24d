using AngleSharp.Dom;
using Bunit;
using CdgMarches.App.Echeancier;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Echeancier;

/// <summary>La vue du mois dit ce que dit la liste : le reste, qui est concerné, la règle ; et les jours chômés.</summary>
public sealed class PageMoisDeLEcheancierTests : EssaiDePageDeGroupement
{
    [Fact]
    public async Task Chaque_echeance_du_mois_dit_ce_qui_reste_de_qui_il_s_agit_et_sa_regle()
    {
        await SortirAsync(new DateOnly(2026, 3, 16));
        var page = Afficher("2026-03");

        var seize = Case(page, "lundi 16 mars 2026");

        Assert.Contains("Dernier jour de l'adhésion au groupement", seize.TextContent, StringComparison.Ordinal);
        Assert.Contains("dans 6 jours", seize.TextContent, StringComparison.Ordinal);
        Assert.Contains("Arras, ", seize.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "RG1.17 — Convention constitutive",
            seize.QuerySelector("details")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("aujourd'hui", Case(page, "mardi 10 mars 2026").TextContent, StringComparison.Ordinal);
        Assert.Equal("date", Case(page, "mardi 10 mars 2026").GetAttribute("aria-current"));
    }

    [Theory]
    [InlineData("vendredi 1er mai 2026", true, "Fête du travail")]
    [InlineData("samedi 2 mai 2026", true, null)]
    [InlineData("dimanche 3 mai 2026", true, null)]
    [InlineData("lundi 4 mai 2026", false, null)]
    public void Les_jours_feries_et_les_fins_de_semaine_sont_marques(string jour, bool chome, string? nom)
    {
        var page = Afficher("2026-05");

        var laCase = Case(page, jour);

        Assert.Equal(chome, laCase.ClassList.Contains("jour-chome"));
        Assert.Equal(nom is not null, laCase.TextContent.Contains("férié", StringComparison.Ordinal));
        Assert.Contains(nom ?? "", laCase.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    private IRenderedComponent<PageMoisDeLEcheancier> Afficher(string mois)
    {
        Services.AddEcheancier();
        Navigation.NavigateTo($"/echeancier/mois?mois={mois}");
        var page = Render<PageMoisDeLEcheancier>();
        page.WaitForElement("table");
        return page;
    }

    private static IElement Case(IRenderedComponent<PageMoisDeLEcheancier> page, string jour) =>
        page.FindAll("td").Single(c => c.QuerySelector(".date-en-clair")!.TextContent == jour);

    private async Task SortirAsync(DateOnly sortie)
    {
        await using var contexte = await Banc.OuvrirAsync();
        var adhesion = await contexte.Adhesions.SingleAsync(a => a.Collectivite == Banc.Arras.Id);
        adhesion.Sortir(sortie, "Retrait", estCoordonnateur: false);
        await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine);
    }
}
