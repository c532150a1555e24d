using CdgMarches.App.Parametres;
using CdgMarches.Database.Parametres;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.Playwright;

namespace CdgMarches.Tests.Documents;

/// <summary>Le dossier d'une convention d'accès, du texte à la signature : pas avant que toutes ses annexes y soient.</summary>
[Trait("niveau", "navigateur")]
[Collection(ApplicationEnMarche.Collection)]
public sealed class ParcoursDUnDossier(ApplicationEnMarche app)
{
    private static readonly LocatorAssertionsToContainTextOptions Patience = new() { Timeout = 60_000 };
    private static int _numero = 700;

    [Fact]
    public async Task Une_annexe_manquante_retient_la_convention_puis_le_dossier_complet_va_a_la_signature()
    {
        var convention = await SemerAsync();
        var page = await app.OuvrirAsync(
            $"/documents/dossiers/{nameof(ConventionDAcces)}/{convention.Id.Valeur}",
            await app.Comptes.AgentAsync(RoleCdg.Gestionnaire)
        );
        var principal = page.Locator("main");
        var signer = page.GetByRole(AriaRole.Button, new() { Name = "Mettre à la signature" });
        await Assertions.Expect(principal).ToContainTextAsync("Le texte n'est pas encore produit.", Patience);
        await Assertions.Expect(signer).ToHaveAttributeAsync("aria-disabled", "true");
        await Accessibilite.VerifierAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Produire le texte" }).ClickAsync();
        await Assertions.Expect(principal).ToContainTextAsync("Le texte est produit et retenu pour ce dossier.", Patience);

        // The text alone is not enough: the deliberation is missing, and named.
        await Assertions.Expect(signer).ToHaveAttributeAsync("aria-disabled", "true");
        await Assertions.Expect(principal).ToContainTextAsync("Délibération de la commune de Dossier-sur-Lys");
        await Accessibilite.VerifierAsync(page);

        var aDeposer = page.GetByLabel("Annexe à déposer");
        var annexes = await aDeposer.Locator("option").AllTextContentsAsync();
        for (var rang = 0; rang < annexes.Count; rang++)
        {
            await aDeposer.SelectOptionAsync(new SelectOptionValue { Label = annexes[rang] });
            await page.GetByLabel("Fichier de l'annexe")
                .SetInputFilesAsync(
                    new FilePayload
                    {
                        Name = $"annexe-{rang}.pdf",
                        MimeType = "application/pdf",
                        Buffer = "%PDF-1.7\n%%EOF\n"u8.ToArray(),
                    }
                );
            await Assertions
                .Expect(page.GetByRole(AriaRole.Link, new() { Name = $"annexe-{rang}.pdf" }))
                .ToBeVisibleAsync(new() { Timeout = 60_000 });
        }

        await Assertions.Expect(signer).Not.ToHaveAttributeAsync("aria-disabled", "true", new() { Timeout = 60_000 });
        await signer.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Mettre à la signature" }).ClickAsync();
        await Assertions.Expect(principal).ToContainTextAsync("Le dossier est à la signature.", Patience);
        await Assertions.Expect(page.GetByLabel("Annexe à déposer")).ToHaveCountAsync(0);
        await Accessibilite.VerifierAsync(page);

        var archive = await page.RunAndWaitForDownloadAsync(async () =>
        {
            await page.GetByText("Autres actions").ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Télécharger le dossier (ZIP)" }).ClickAsync();
        });
        using var contenu = System.IO.Compression.ZipFile.OpenRead(await archive.PathAsync());
        Assert.Equal(annexes.Count + 1, contenu.Entries.Count(e => !e.Name.EndsWith(".txt", StringComparison.Ordinal)));

        await page.GetByRole(AriaRole.Button, new() { Name = "Reprendre le dossier" }).ClickAsync();
        await Assertions.Expect(principal).ToContainTextAsync("Le dossier est repris", Patience);
    }

    private async Task<ConventionDAcces> SemerAsync()
    {
        var commune = Collectivite.Creer(
            new IdentiteDeCollectivite
            {
                Nom = "Dossier-sur-Lys",
                Categorie = CategorieDeCollectivite.Commune,
                Departement = "62",
                Siege = new Adresse("1 place de la Mairie", null, "62000", "Dossier-sur-Lys"),
            }
        );
        var maire = commune.AjouterContact(new CoordonneesDeContact(Civilite.Madame, "Vasseur", "Aude"));
        commune.OuvrirMandat(maire.Id, new DonneesDeMandat(RoleDeContact.Signataire, new DateOnly(2024, 1, 1), "Maire"));
        var convention = ConventionDAcces.Preparer(
            new ReferenceDeConvention(2026, Interlocked.Increment(ref _numero)),
            commune.Id,
            ReglesDAcces.Usuelles,
            new DateOnly(2026, 3, 10)
        );
        await app.Base.SemerAsync(commune, convention);
        await using var contexte = await app.Fabrique.CreateDbContextAsync();
        if (await contexte.ReglagesGeneraux.FindAsync(ClesDeReglage.SignataireDuCdg) is null)
        {
            contexte.ReglagesGeneraux.Add(new ReglageGeneral(ClesDeReglage.SignataireDuCdg, "Dominique Lefebvre"));
            await contexte.SaveChangesAsync();
            ((LireParametres)app.Services.GetService(typeof(LireParametres))!).Oublier();
        }

        return convention;
    }
}
