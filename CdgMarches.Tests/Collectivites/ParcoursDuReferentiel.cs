using CdgMarches.Database.Collectivites;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace CdgMarches.Tests.Collectivites;

[Trait("niveau", "navigateur")]
public sealed class ParcoursDuReferentiel : IAsyncLifetime
{
    private ApplicationEnMarche _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationEnMarche.DemarrerAsync();
        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        await ChargerCatalogue.ExecuterAsync(contexte);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Un_gestionnaire_cree_une_commune_au_clavier_complete_sa_fiche_et_toutes_ses_pages_sont_accessibles()
    {
        var page = await _app.OuvrirAsync("/collectivites", await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire));
        await Assertions.Expect(page.GetByText("Aucune collectivité")).ToBeVisibleAsync();
        await Accessibilite.VerifierAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Nouvelle collectivité" }).First.ClickAsync();

        var catalogue = page.GetByRole(AriaRole.Combobox, new() { Name = "Commune ou EPCI au catalogue national" });
        await catalogue.FillAsync("st omer");
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync("Saint-Omer");
        await Accessibilite.VerifierAsync(page);

        // On a slow network the title would take the focus after the first letters: who types keeps it.
        await page.EvaluateAsync("() => cdgmarches.focaliserLeTitre()");
        await Assertions.Expect(catalogue).ToBeFocusedAsync();
        await catalogue.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#code-insee")).ToHaveValueAsync("62765");
        await Assertions.Expect(page.Locator("[data-test=tournures]")).ToContainTextAsync("la commune de Saint-Omer");
        await page.Locator("#siret").FillAsync("12345678901234");
        await page.GetByRole(AriaRole.Button, new() { Name = "Créer la fiche" }).ClickAsync();
        await Assertions.Expect(page.Locator("#siret-erreur")).ToContainTextAsync("clé de contrôle");
        await Assertions.Expect(page.Locator("#siret")).ToBeFocusedAsync();
        await Accessibilite.VerifierAsync(page);
        await page.Locator("#siret").FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Créer la fiche" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Saint-Omer");
        await Accessibilite.VerifierAsync(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Effectif 2026 manquant" }).ClickAsync();
        await page.Locator("#agents").FillAsync("412");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer l'effectif" }).ClickAsync();
        await Assertions.Expect(page.GetByText("L'effectif 2026 est enregistré.")).ToBeVisibleAsync();
        await Accessibilite.VerifierAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Contacts et mandats" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter un contact" }).ClickAsync();
        await Accessibilite.VerifierAsync(page);
        await page.Locator("#contact-nom").FillAsync("Vasseur");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le contact" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "Vasseur" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Historique" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Contact ajouté : Vasseur.")).ToBeVisibleAsync();
        await Accessibilite.VerifierAsync(page);

        foreach (var rubrique in (string[])["modifier", "fusion", "remplacement"])
        {
            await using var contexte = await _app.Fabrique.CreateDbContextAsync();
            var id = await contexte.Collectivites.Select(c => c.Id).SingleAsync();
            await page.GotoAsync($"/collectivites/{id.Valeur}/{rubrique}");
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Saint-Omer");
            await Accessibilite.VerifierAsync(page);
        }
    }

    [Fact]
    public async Task Un_gestionnaire_exporte_corrige_dans_Excel_et_reimporte()
    {
        await _app.Base.SemerAsync(
            Collectivite.Creer(ReferentielDEssai.Commune("Lens", ReferentielDEssai.SirenFictif(1))),
            Collectivite.Creer(ReferentielDEssai.Commune("Liévin", ReferentielDEssai.SirenFictif(2)))
        );
        var page = await _app.OuvrirAsync("/collectivites?q=lens", await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire));
        await Assertions.Expect(page.GetByText("1 résultat")).ToBeVisibleAsync();
        var telechargement = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "Exporter (Excel)" }).ClickAsync()
        );
        Assert.Matches("^CdgMarches_Collectivites_.*\\.xlsx$", telechargement.SuggestedFilename);
        var fichier = Path.Combine(Path.GetTempPath(), $"cdgmarches-{Guid.CreateVersion7():N}.xlsx");
        try
        {
            await telechargement.SaveAsAsync(fichier);
            using (var classeur = new ClosedXML.Excel.XLWorkbook(fichier))
            {
                var feuille = classeur.Worksheet("Collectivités");
                feuille
                    .Cell(2, feuille.Row(1).CellsUsed().Single(c => c.GetString() == "Téléphone").Address.ColumnNumber)
                    .SetValue("03 21 69 86 86");
                classeur.Save();
            }

            await page.GotoAsync("/collectivites/import");
            await page.Locator("input[type=file]").SetInputFilesAsync(fichier);
            await Assertions.Expect(page.Locator("[data-test=resume]")).ToContainTextAsync("↻ 1 modifiée");
            await Accessibilite.VerifierAsync(page);
            await page.GetByRole(AriaRole.Button, new() { Name = "Importer 1 ligne, tout ou rien" }).ClickAsync();
            await Assertions.Expect(page.GetByText("L'import est fait : 0 fiche créée, 1 fiche modifiée")).ToBeVisibleAsync();
            await Accessibilite.VerifierAsync(page);
        }
        finally
        {
            File.Delete(fichier);
        }

        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        Assert.Equal(
            "03 21 69 86 86",
            await contexte.Collectivites.Where(c => c.Nom == "Lens").Select(c => c.Telephone).SingleAsync()
        );
    }

    /// <remarks>The observer announces the file in the very turn the field appears: the server cannot have wired it yet.</remarks>
    [Fact]
    public async Task Un_fichier_choisi_avant_que_la_page_ecoute_est_recu()
    {
        var page = await _app.OuvrirAsync("/collectivites", await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire));
        await page.AddInitScriptAsync(
            """
            new MutationObserver((_, observateur) => {
                const champ = document.querySelector("input[type=file]");
                if (!champ) return;
                observateur.disconnect();
                const choisis = new DataTransfer();
                choisis.items.add(new File(["SIRET;Nom\n"], "liste.csv", { type: "text/csv" }));
                champ.files = choisis.files;
                champ.dispatchEvent(new Event("change", { bubbles: true }));
            }).observe(document, { childList: true, subtree: true });
            """
        );
        await page.GotoAsync("/collectivites/import");
        await Assertions.Expect(page.GetByText("« liste.csv »").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Un_membre_lit_sa_fiche_et_pas_celle_d_un_autre()
    {
        var (sienne, autre) = (
            Collectivite.Creer(ReferentielDEssai.Commune("Lens", ReferentielDEssai.SirenFictif(1))),
            Collectivite.Creer(ReferentielDEssai.Commune("Liévin", ReferentielDEssai.SirenFictif(2)))
        );
        await _app.Base.SemerAsync(sienne, autre);
        var page = await _app.OuvrirAsync($"/espace/collectivite/{sienne.Id.Valeur}", await _app.Comptes.MembreAsync(sienne.Id));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Lens");
        await Accessibilite.VerifierAsync(page);

        await page.GotoAsync($"/espace/collectivite/{autre.Id.Valeur}");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("Collectivité introuvable");
        await Assertions.Expect(page.GetByText("Liévin")).ToHaveCountAsync(0);
    }
}
