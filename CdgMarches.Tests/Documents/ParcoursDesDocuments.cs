using System.IO.Compression;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace CdgMarches.Tests.Documents;

[Trait("niveau", "navigateur")]
[Collection(ApplicationEnMarche.Collection)]
public sealed class ParcoursDesDocuments(ApplicationEnMarche app)
{
    private const string TypeWord = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static readonly LocatorAssertionsToContainTextOptions Patience = new() { Timeout = 60_000 };

    [Fact]
    public async Task Du_modele_refuse_a_la_serie_telechargee()
    {
        var groupement = await GroupementDEssai.SemerAsync(app.Base, membres: 4, sansAdresse: 1);
        var page = await app.OuvrirAsync("/documents", await app.Comptes.AgentAsync(RoleCdg.Gestionnaire));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Documents");
        await Accessibilite.VerifierAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Lettre aux membres d'un groupement" }).ClickAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("Lettre aux membres d'un groupement");
        await Accessibilite.VerifierAsync(page);

        await DeposerAsync(page, "fautif.docx", "Cher {{membr}}, {{#prestations}}{{prestation}}");
        var defauts = page.Locator("[data-test=defauts]");
        await Assertions.Expect(defauts).ToContainTextAsync("vouliez-vous dire « {{membre}} »", Patience);
        await Assertions.Expect(defauts).ToContainTextAsync("« {{#prestations}} » n'est jamais fermé");
        await Accessibilite.VerifierAsync(page);

        await DeposerAsync(page, "bon.docx", "Cher {{membre}}, {{#prestations}}{{prestation}} ; {{/prestations}}voilà.");
        await Assertions.Expect(page.Locator("[data-test=lu]")).ToContainTextAsync("se lit bien", Patience);
        await page.GetByLabel("Cas").SelectOptionAsync(new SelectOptionValue { Label = groupement.Nom });
        await page.GetByRole(AriaRole.Button, new() { Name = "Voir l'aperçu" }).ClickAsync();
        await Assertions
            .Expect(page.Locator("[data-test=apercu]"))
            .ToContainTextAsync("Cher Essai-sur-Scarpe 001, Papier A4 ; voilà.", Patience);
        await Accessibilite.VerifierAsync(page);

        await page.GetByLabel("Nom du modèle").FillAsync("Lettre brève");
        await page.GetByLabel("Groupement", new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Label = groupement.Nom });
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer dans la bibliothèque" }).ClickAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("Lettre brève", new() { Timeout = 60_000 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Désigner par défaut" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Désigner par défaut" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Ce modèle sert désormais par défaut.", Patience);
        await Accessibilite.VerifierAsync(page);

        await page.GotoAsync($"/groupements/{groupement.Id.Valeur}/documents");
        await Assertions
            .Expect(page.Locator("[data-test=prets]"))
            .ToHaveTextAsync("3 documents à produire, 1 ne peut pas l'être.", new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Commune d'Essai-sur-Scarpe 001 : adresse manquante");
        await Accessibilite.VerifierAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Produire une archive" }).ClickAsync();
        var lien = page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Télécharger") });
        await Assertions.Expect(lien).ToBeVisibleAsync(new() { Timeout = 90_000 });
        var telechargement = await page.RunAndWaitForDownloadAsync(() => lien.ClickAsync());
        await VerifierArchiveAsync(await telechargement.PathAsync());

        await page.GotoAsync("/documents/series?etat=erreurs");
        var rapport = page.Locator("[data-test=rapport]").First;
        await rapport.Locator("summary").ClickAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(rapport).ToContainTextAsync("Essai-sur-Scarpe 001");
        await Assertions.Expect(rapport).ToContainTextAsync("adresse manquante");
        await Accessibilite.VerifierAsync(page);

        await page.GotoAsync("/documents/produits");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Lettre brève, version 1", Patience);
        await Accessibilite.VerifierAsync(page);
        var impression = await page.RunAndWaitForPopupAsync(() =>
            page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Imprimer") }).First.ClickAsync()
        );
        await Assertions.Expect(impression.Locator("main")).ToContainTextAsync("voilà.", Patience);
        await Accessibilite.VerifierAsync(impression);
    }

    [Fact]
    public async Task Un_lecteur_voit_la_bibliotheque_sans_pouvoir_y_deposer_et_un_membre_n_y_entre_pas()
    {
        var page = await app.OuvrirAsync("/documents/natures/groupements.lettre", await app.Comptes.AgentAsync(RoleCdg.Lecture));
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Champs" }))
            .ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(page.GetByText("Déposer un modèle")).ToHaveCountAsync(0);

        var groupement = await GroupementDEssai.SemerAsync(app.Base, membres: 1);
        await using var contexte = await app.Fabrique.CreateDbContextAsync();
        var commune = await contexte.Adhesions.Where(a => a.Groupement == groupement.Id).Select(a => a.Collectivite).FirstAsync();
        using var client = await app.ClientAsync(await app.Comptes.MembreAsync(commune));
        using var reponse = await client.GetAsync(
            new Uri("/documents/natures/groupements.lettre/origine.docx", UriKind.Relative)
        );
        Assert.False(reponse.IsSuccessStatusCode);
    }

    private static Task DeposerAsync(IPage page, string nom, string texte) =>
        page.GetByLabel("Fichier Word du modèle")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = nom,
                    MimeType = TypeWord,
                    Buffer = WordDEssai.Document(WordDEssai.Paragraphe(texte)),
                }
            );

    private static async Task VerifierArchiveAsync(string chemin)
    {
        using var archive = ZipFile.OpenRead(chemin);
        Assert.Equal(4, archive.Entries.Count);
        using var rapport = new StreamReader(archive.GetEntry("Rapport.txt")!.Open());
        Assert.Contains("3 produits, 1 en erreur", await rapport.ReadToEndAsync(), StringComparison.Ordinal);
        using var lettre = archive.Entries.First(e => e.Name.EndsWith(".docx", StringComparison.Ordinal)).Open();
        using var copie = new MemoryStream();
        await lettre.CopyToAsync(copie);
        Assert.Contains("Papier A4 ; voilà.", WordDEssai.Lire(copie.ToArray()), StringComparison.Ordinal);
    }
}
