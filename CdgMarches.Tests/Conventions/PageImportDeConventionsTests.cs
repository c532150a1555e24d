using Bunit;
using CdgMarches.App.Conventions;
using CdgMarches.App.Socle.Import;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using ClosedXML.Excel;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Conventions;

/// <summary>La page d'import des conventions : l'aperçu survit à la page, les lignes refusées se reprennent en fichier.</summary>
public sealed class PageImportDeConventionsTests : EssaiDePageDeConvention
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task L_apercu_survit_a_la_page_et_les_lignes_refusees_se_telechargent_avec_leur_motif()
    {
        var premiere = Render<PageImportDeConventions>();
        premiere.WaitForAssertion(() => Assert.Contains("Aucun import", premiere.Markup, StringComparison.Ordinal));
        Deposer(premiere, "Collectivité;Délibération\nArras;10/01/2026\nInconnue;12/01/2026\n");
        premiere.WaitForAssertion(
            () =>
                Assert.Contains(
                    "1 ligne est refusée",
                    premiere.Find("[data-test=refusees]").TextContent,
                    StringComparison.Ordinal
                ),
            TimeSpan.FromSeconds(10)
        );

        // The connection is lost: another page, of another circuit, finds the same file again.
        var page = Render<PageImportDeConventions>();
        page.WaitForAssertion(() => Assert.Contains("déposé plus tôt, est relu", page.Markup, StringComparison.Ordinal));
        Assert.StartsWith("✓ 1 nouvelle", page.Find("[data-test=apercu]").TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await CompterAsync());
        await CliquerAsync(page, "Importer 1 ligne");

        page.WaitForAssertion(() => Assert.Contains("1 convention ouverte", page.Markup, StringComparison.Ordinal));
        Assert.Equal(1, await CompterAsync());
        Assert.NotNull(page.Find("[data-test=refusees]"));
        using var refus = new XLWorkbook(new MemoryStream((await EnCours.LignesRefuseesAsync(Agent, Liste(Agent), Annulation))!));
        var feuille = refus.Worksheets.First();
        Assert.Equal(["Collectivité", "Délibération", PlanDImport.ColonneMotif], Ligne(feuille, 1));
        Assert.Equal("Inconnue", feuille.Cell(2, 1).GetString());
        Assert.Contains("n'est pas au référentiel", feuille.Cell(2, 3).GetString(), StringComparison.Ordinal);
        Assert.True(feuille.Row(3).IsEmpty());

        await CliquerAsync(page, "Fermer cet aperçu");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-test=apercu]")));
        Assert.Null(await EnCours.ReprendreAsync(Agent, Liste(Agent), Annulation));
    }

    [Fact]
    public async Task Un_fichier_sans_refus_s_importe_en_entier_et_ne_laisse_rien_derriere_lui()
    {
        var page = Render<PageImportDeConventions>();
        page.WaitForAssertion(() => Assert.Contains("Aucun import", page.Markup, StringComparison.Ordinal));
        Deposer(page, "Collectivité;Délibération\nArras;10/01/2026\nBéthune;12/01/2026\n");
        page.WaitForAssertion(
            () => Assert.StartsWith("✓ 2 nouvelles", page.Find("[data-test=apercu]").TextContent, StringComparison.Ordinal),
            TimeSpan.FromSeconds(10)
        );
        Assert.Null(await EnCours.LignesRefuseesAsync(Agent, Liste(Agent), Annulation));

        await CliquerAsync(page, "Importer 2 lignes");
        page.WaitForAssertion(() => Assert.Contains("2 conventions ouvertes", page.Markup, StringComparison.Ordinal));

        Assert.Empty(page.FindAll("[data-test=apercu]"));
        Assert.Null(await EnCours.ReprendreAsync(Agent, Liste(Agent), Annulation));
        var autre = Agents.Gestionnaire with { Id = Guid.NewGuid() };
        Assert.Null(await EnCours.ReprendreAsync(autre, Liste(autre), Annulation));
    }

    [Fact]
    public void Un_fichier_illisible_est_refuse_en_francais_et_rien_n_est_garde()
    {
        var page = Render<PageImportDeConventions>();
        page.WaitForAssertion(() => Assert.Contains("Aucun import", page.Markup, StringComparison.Ordinal));

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("Ceci n'est pas un classeur", "liste.xlsx"));

        page.WaitForAssertion(
            () => Assert.Contains("liste.xlsx", page.Find(".retour[role=alert]").TextContent, StringComparison.Ordinal),
            TimeSpan.FromSeconds(10)
        );
        Assert.Empty(page.FindAll("[data-test=apercu]"));
    }

    private FichierEnCours EnCours => Services.GetRequiredService<FichierEnCours>();

    private ImportDeListe<ListeDeConventions> Liste(Acteur acteur) =>
        Services.GetRequiredService<ImporterConventions>().EnListe(acteur);

    private static void Deposer(IRenderedComponent<PageImportDeConventions> page, string csv) =>
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(csv, "conventions.csv"));

    private static IEnumerable<string> Ligne(IXLWorksheet feuille, int numero) =>
        feuille.Row(numero).CellsUsed().Select(c => c.GetString());

    private async Task<int> CompterAsync()
    {
        await using var contexte = await Socle.OuvrirAsync();
        return await contexte.ConventionsDAcces.CountAsync(Annulation);
    }
}
