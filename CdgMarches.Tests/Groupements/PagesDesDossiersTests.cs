using Bunit;
using CdgMarches.App.Groupements.Avenants;
using CdgMarches.App.Groupements.Constitution;
using CdgMarches.App.Groupements.Retraits;
using CdgMarches.App.Groupements.Vie;
using CdgMarches.Domain.Groupements;
using CdgMarches.Tests.Outils;

namespace CdgMarches.Tests.Groupements;

/// <summary>Les pages de la convention et des dossiers : vides, remplies, en lecture seule.</summary>
public sealed class PagesDesDossiersTests : EssaiDePageDeGroupement
{
    private Guid Id => Banc.Groupement.Valeur;

    [Fact]
    public async Task La_convention_s_ouvre_de_ce_que_le_groupement_sait_et_dit_ce_qui_manque()
    {
        var page = Render<PageConvention>(p => p.Add(x => x.Id, Id));
        page.WaitForElement("#objet-marches");

        await page.Find("form.formulaire").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal(5, page.FindAll("[data-test=manquent] li").Count));
        page.WaitForState(() => page.FindAll("button").Any(b => b.TextContent.Trim() == "Dater les actes d'Arras"));
        await CliquerAsync(page, "Dater les actes d'Arras");
        await page.Find("#adoptee").ChangeAsync(new() { Value = "2026-02-01" });
        await page.Find("#publiee").ChangeAsync(new() { Value = "2026-02-03" });
        await page.Find("#transmise").ChangeAsync(new() { Value = "2026-02-04" });
        await page.Find("#signee").ChangeAsync(new() { Value = "2026-02-03" });
        await page.Find("form[aria-label=\"Actes d'Arras\"]").SubmitAsync();
        page.WaitForAssertion(() =>
            Assert.Contains(
                page.FindAll("[role=alert]"),
                a =>
                    a.TextContent.Contains("avant que sa délibération soit exécutoire", StringComparison.Ordinal)
                    && a.TextContent.Contains("La convention ne se signe pas sans ses annexes", StringComparison.Ordinal)
            )
        );
        Assert.Contains(
            "Délibération de la commune d'Arras",
            page.Find("[data-test=obstacles]").TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(3, await Banc.ReunirLeDossierAsync());
        await page.Find("#signee").ChangeAsync(new() { Value = "2026-02-04" });
        await page.Find("form[aria-label=\"Actes d'Arras\"]").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll("[data-test=manquent] li").Count));
        Assert.Empty(page.FindAll("form[aria-label=\"Actes d'Arras\"]"));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-test=obstacles]")));
    }

    [Fact]
    public async Task Les_regles_s_expliquent_et_une_valeur_impossible_garde_la_saisie()
    {
        var page = Render<PageRegles>(p => p.Add(x => x.Id, Id));
        page.WaitForAssertion(() => Assert.Contains("RG1.31", page.Markup, StringComparison.Ordinal));

        await page.Find("#preavis").ChangeAsync(new() { Value = "31/02" });
        await page.Find("form.formulaire").SubmitAsync();
        Assert.Contains("n'existe pas", page.Find("[data-test=erreurs]").TextContent, StringComparison.Ordinal);
        await page.Find("#preavis").ChangeAsync(new() { Value = "15/11" });
        await page.Find("form.formulaire").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("avant le 15 novembre", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Un_lecteur_ne_voit_aucune_action()
    {
        Agent = Agents.Lecture;

        var convention = Render<PageConvention>(p => p.Add(x => x.Id, Id));
        convention.WaitForAssertion(() => Assert.Contains("pas encore ouverte", convention.Markup, StringComparison.Ordinal));
        var retraits = Render<PageRetraits>(p => p.Add(x => x.Id, Id));
        retraits.WaitForAssertion(() => Assert.Contains("Aucun retrait", retraits.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(
            retraits.FindAll("button"),
            b => b.TextContent.Contains("dossier de retrait", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Les_pages_d_un_groupement_hors_perimetre_sont_dites_introuvables()
    {
        Agent = BancDesGroupements.Limite(GroupementId.Nouveau());

        foreach (
            var markup in new Func<string>[]
            {
                () => Render<PageConvention>(p => p.Add(x => x.Id, Id)).Markup,
                () => Render<PageAvenants>(p => p.Add(x => x.Id, Id)).Markup,
                () => Render<PageRetraits>(p => p.Add(x => x.Id, Id)).Markup,
                () => Render<PageDissolution>(p => p.Add(x => x.Id, Id)).Markup,
                () => Render<PageComite>(p => p.Add(x => x.Id, Id)).Markup,
                () => Render<PageLitiges>(p => p.Add(x => x.Id, Id)).Markup,
            }
        )
        {
            Assert.DoesNotContain("Dématérialisation", markup(), StringComparison.Ordinal);
        }
    }
}
