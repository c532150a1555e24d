using Bunit;
using CdgMarches.App.Groupements;
using CdgMarches.App.Groupements.Adhesions;

namespace CdgMarches.Tests.Groupements;

/// <summary>La fiche d'un membre annonce tout ce qui s'oppose à un changement avant que l'on agisse.</summary>
public sealed class PageAdhesionTests : EssaiDePageDeGroupement
{
    [Fact]
    public async Task Hors_fenetre_aucun_choix_ne_se_propose_et_la_page_dit_pourquoi()
    {
        await OuvrirFenetreAsync(Banc.Jour.AddDays(-40), Banc.Jour.AddDays(-20));

        var page = await AfficherAsync();

        page.WaitForAssertion(() =>
            Assert.Contains(
                "Aucune fenêtre d'adhésion n'est ouverte",
                Texte(page, "[data-test=obstacles]"),
                StringComparison.Ordinal
            )
        );
        Assert.Contains("Aucun choix ne change aujourd'hui", Texte(page, "[data-test=obstacles]"), StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("table button"), b => b.TextContent.Contains("ACTES", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Un_jour_hors_de_la_fenetre_ouverte_ferme_les_choix_et_laisse_l_effacement()
    {
        await OuvrirFenetreAsync(Banc.Jour, Banc.Jour.AddDays(10));
        var page = await AfficherAsync();
        page.WaitForAssertion(() => Bouton(page, "Quitter ACTES"));
        Assert.Empty(page.FindAll("[data-test=obstacles]"));

        await page.Find("#du").ChangeAsync(new() { Value = "2025-01-15" });

        page.WaitForAssertion(() =>
            Assert.Contains("La fenêtre d'adhésion ouverte va du", Texte(page, "[data-test=obstacles]"), StringComparison.Ordinal)
        );
        Assert.DoesNotContain(page.FindAll("table button"), b => b.TextContent.Trim() == "Quitter ACTES");
        Assert.Contains(page.FindAll("table button"), b => b.TextContent.Trim() == "Effacer ACTES");
    }

    [Fact]
    public async Task Les_obstacles_d_une_sortie_et_d_une_entree_se_lisent_avant_le_clic()
    {
        var page = await AfficherAsync();
        page.WaitForElement("#sortie");
        Assert.Empty(page.FindAll("[data-test=obstacles]"));

        await page.Find("#sortie").ChangeAsync(new() { Value = "2024-12-31" });
        page.WaitForAssertion(() =>
            Assert.Contains(
                "La sortie ne peut pas précéder l'entrée",
                Texte(page, "form[aria-label='Sortie du membre'] [data-test=obstacles]"),
                StringComparison.Ordinal
            )
        );
        Assert.Contains(
            "dans un dossier de retrait",
            Texte(page, "form[aria-label='Sortie du membre'] [data-test=avertissements]"),
            StringComparison.Ordinal
        );

        await page.Find("#entree").ChangeAsync(new() { Value = "2024-12-31" });
        page.WaitForAssertion(() =>
            Assert.NotEmpty(page.FindAll("form[aria-label=\"Correction de l'entrée\"] [data-test=obstacles] li"))
        );
        Assert.Contains(
            "Donnez le motif de la correction",
            Texte(page, "form[aria-label=\"Correction de l'entrée\"] [data-test=avertissements]"),
            StringComparison.Ordinal
        );

        await page.Find("#sortie").ChangeAsync(new() { Value = "" });
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("form[aria-label='Sortie du membre'] [data-test=obstacles]")));
    }

    [Fact]
    public async Task Hors_fenetre_le_choix_de_plusieurs_membres_est_refuse_avant_le_clic()
    {
        await OuvrirFenetreAsync(Banc.Jour.AddDays(-40), Banc.Jour.AddDays(-20));
        var page = Render<PageMembres>(p => p.Add(x => x.Id, Banc.Groupement.Valeur));
        page.WaitForElement("tbody input[type=checkbox]");

        await page.Find("tbody input[type=checkbox]").ChangeAsync(new() { Value = true });

        page.WaitForAssertion(() => Assert.Equal("true", Bouton(page, "Appliquer à la sélection").GetAttribute("aria-disabled")));
        Assert.Contains(
            "Aucune fenêtre d'adhésion n'est ouverte",
            Texte(page, "[data-test=obstacles]"),
            StringComparison.Ordinal
        );
    }

    private Task OuvrirFenetreAsync(DateOnly ouverture, DateOnly fermeture) =>
        Banc.Le<OuvrirFenetre>()
            .ExecuterAsync(
                Agent,
                Banc.Groupement,
                "Remise en concurrence",
                ouverture,
                fermeture,
                Xunit.TestContext.Current.CancellationToken
            );

    private async Task<IRenderedComponent<PageAdhesion>> AfficherAsync()
    {
        var adhesion = await Banc.AdhesionDeAsync(Banc.Arras);
        return Render<PageAdhesion>(p => p.Add(x => x.Id, Banc.Groupement.Valeur).Add(x => x.AdhesionId, adhesion.Id.Valeur));
    }
}
