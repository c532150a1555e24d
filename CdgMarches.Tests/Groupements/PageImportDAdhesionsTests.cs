using Bunit;
using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.App.Socle.Import;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using ClosedXML.Excel;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Groupements;

/// <summary>La page d'import des adhésions : l'aperçu survit à la page, les lignes refusées se reprennent en fichier.</summary>
public sealed class PageImportDAdhesionsTests : EssaiDePageDeGroupement
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    private FichierEnCours EnCours => Services.GetRequiredService<FichierEnCours>();

    [Fact]
    public async Task L_apercu_survit_a_la_page_et_les_lignes_refusees_se_telechargent_avec_leur_motif()
    {
        Deposer(Afficher(), "Collectivité;Attendu le\nCalais;15/06/2026\nArras;\nInconnue;\n");

        // The connection is lost: another page, of another circuit, finds the same file again.
        var page = Afficher();
        page.WaitForAssertion(() => Assert.Contains("déposé plus tôt, est relu", page.Markup, StringComparison.Ordinal));
        Assert.StartsWith("✓ 1 nouvelle", Texte(page, "[data-test=apercu]"), StringComparison.Ordinal);
        Assert.StartsWith("2 lignes sont refusées", Texte(page, "[data-test=refusees]"), StringComparison.Ordinal);
        Assert.Equal(
            $"/groupements/{Banc.Groupement.Valeur}/adhesions/lignes-refusees.xlsx",
            page.Find("[data-test=refusees] a").GetAttribute("href")
        );
        Assert.Equal(0, await CompterAsync());
        await page.Find("#prevenir").ChangeAsync(new() { Value = false });
        await CliquerAsync(page, "Ouvrir 1 dossier");

        page.WaitForAssertion(() => Assert.Contains("1 dossier est ouvert", page.Markup, StringComparison.Ordinal));
        Assert.Equal(1, await CompterAsync());
        // Calais is no longer to open, and is not among the refused lines: only those that must be mended are.
        Assert.Contains("Déjà ouvert", page.Markup, StringComparison.Ordinal);
        using var refus = new XLWorkbook(new MemoryStream((await EnCours.LignesRefuseesAsync(Agent, Liste(Agent), Annulation))!));
        var feuille = refus.Worksheets.First();
        Assert.Equal(["Arras", "Inconnue"], Enumerable.Range(2, 2).Select(r => feuille.Cell(r, 1).GetString()));
        Assert.Contains("déjà membre", feuille.Cell(2, 3).GetString(), StringComparison.Ordinal);
        Assert.Contains("n'est pas au référentiel", feuille.Cell(3, 3).GetString(), StringComparison.Ordinal);
        Assert.True(feuille.Row(4).IsEmpty());

        await CliquerAsync(page, "Fermer cet aperçu");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-test=apercu]")));
        Assert.Null(await EnCours.ReprendreAsync(Agent, Liste(Agent), Annulation));
    }

    [Fact]
    public async Task Un_dossier_deja_ouvert_est_laisse_et_sa_date_ne_change_pas_par_une_liste()
    {
        var page = Afficher();
        Deposer(page, "Collectivité;Attendu le\nCalais;15/06/2026\n");
        await CliquerAsync(page, "Ouvrir 1 dossier");
        Assert.Contains("Calais", Texte(page, "[data-test=compte-de-l-envoi]"), StringComparison.Ordinal);
        Assert.Equal(0, await CompterAsync());
        await page.ConfirmerAsync("Ouvrir et inviter");
        page.WaitForAssertion(() => Assert.Contains("1 dossier est ouvert", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-test=apercu]"));

        Deposer(page, "Collectivité;Attendu le\nCalais;15/06/2026\n");
        Assert.Equal("true", Bouton(page, "Ouvrir 0 dossier").GetAttribute("aria-disabled"));
        Deposer(page, "Collectivité;Attendu le\nCalais;16/06/2026\n");
        Assert.Contains("attendu le 15 juin 2026 ; changez cette date", page.Markup, StringComparison.Ordinal);
        Deposer(page, "Collectivité;Attendu le\nCalais;15/06/2026\nArras;01/01/2020\n");
        page.Dit("Le dossier ne peut pas être attendu le 1er janvier 2020");
        Assert.Equal(1, await CompterAsync());
    }

    [Fact]
    public async Task Le_fichier_garde_est_celui_de_l_agent_et_du_groupement()
    {
        Deposer(Afficher(), "Collectivité\nCalais\n");

        var autre = Agents.Gestionnaire with { Id = Guid.NewGuid() };
        Assert.Null(await EnCours.ReprendreAsync(autre, Liste(autre), Annulation));
        Assert.Throws<DroitManquantException>(() => Liste(Agents.Lecture));
        var limite = BancDesGroupements.Limite() with { Id = Agent.Id };
        await Assert.ThrowsAsync<DroitManquantException>(() => EnCours.ReprendreAsync(limite, Liste(limite), Annulation));
    }

    private IRenderedComponent<PageImportDAdhesions> Afficher()
    {
        var page = Render<PageImportDAdhesions>(p => p.Add(x => x.Id, Banc.Groupement.Valeur));
        page.WaitForState(() => page.HasComponent<InputFile>(), TimeSpan.FromSeconds(10));
        return page;
    }

    private static void Deposer(IRenderedComponent<PageImportDAdhesions> page, string csv)
    {
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(csv, "adhesions.csv"));
        page.WaitForState(
            () => page.Markup.Contains("rien n'est encore écrit", StringComparison.Ordinal),
            TimeSpan.FromSeconds(10)
        );
    }

    private ImportDeListe<ListeDAdhesions> Liste(Acteur acteur) =>
        Services.GetRequiredService<ImporterAdhesions>().EnListe(acteur, Banc.Groupement);

    private async Task<int> CompterAsync()
    {
        await using var contexte = await Banc.OuvrirAsync();
        return await contexte.DossiersDAdhesion.CountAsync(Annulation);
    }
}
