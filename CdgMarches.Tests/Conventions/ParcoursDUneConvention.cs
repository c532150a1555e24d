using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Documents;
using CdgMarches.Tests.Outils;
using Microsoft.Playwright;

namespace CdgMarches.Tests.Conventions;

/// <summary>Le parcours du seed 2 : une convention, de son ouverture à la restitution des documents.</summary>
[Trait("niveau", "navigateur")]
public sealed class ParcoursDUneConvention : IAsyncLifetime
{
    private readonly Domain.Collectivites.Collectivite _arras = Groupements.Exemples.UneCommune("Arras");
    private ApplicationEnMarche _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationEnMarche.DemarrerAsync();
        await _app.Base.SemerAsync(_arras);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Une_convention_s_ouvre_se_signe_se_denonce_et_ses_documents_sont_restitues()
    {
        var page = await _app.OuvrirAsync("/conventions", await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire));
        await Assertions.Expect(page.GetByText("Aucune convention d'accès")).ToBeVisibleAsync();
        await Accessibilite.VerifierAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Nouvelle convention" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Collectivité" }).FillAsync("arras");
        await page.GetByRole(AriaRole.Option).First.ClickAsync();
        await ContinuerAsync(page, "La durée et les délais");
        await Accessibilite.VerifierAsync(page);
        await ContinuerAsync(page, "Les actes déjà connus");
        await page.Locator("#deliberee-le").FillAsync("2025-11-14");
        await ContinuerAsync(page, "Le récapitulatif");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ouvrir la convention" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-test=manque]")).ToContainTextAsync("la signature de la collectivité");
        await Accessibilite.VerifierAsync(page);

        await page.Locator("#signee-collectivite-le").FillAsync("2025-11-10");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer les actes" }).ClickAsync();
        await Assertions.Expect(page.Locator("#signee-collectivite-le-erreur")).ToContainTextAsync("avant sa délibération");
        await Accessibilite.VerifierAsync(page);
        await page.Locator("#signee-collectivite-le").FillAsync("2025-11-20");
        await page.Locator("#signee-cdg-le").FillAsync("2025-12-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer les actes" }).ClickAsync();
        await Assertions.Expect(page.Locator("#signee-cdg-le-erreur")).ToContainTextAsync("ne se signe pas sans ses annexes");
        Assert.NotEqual(
            0,
            await AnnexesDEssai.ReunirAsync(
                _app.Services,
                Agents.Gestionnaire with
                {
                    Id = Guid.Empty,
                },
                nameof(Domain.Conventions.ConventionDAcces),
                Guid.Parse(page.Url.Split('/')[^1])
            )
        );
        await page.Locator("#effet").FillAsync("2026-01-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer les actes" }).ClickAsync();
        await Assertions.Expect(page.Locator("dd").Filter(new() { HasText = "31 décembre 2028" }).First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Dénonciation" }).ClickAsync();
        await page.Locator("#envoyee-le").FillAsync("2026-02-25");
        await Assertions.Expect(page.Locator("[data-test=previsible]")).ToContainTextAsync("26 avril 2026");
        await page.Locator("#adresse-1").FillAsync("1 rue fictive\n62000 ARRAS");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer l'envoi de la dénonciation" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-test=lettre]")).ToContainTextAsync("le délai n'a pas commencé");
        await NoterAuRegistreAsync(page, "[data-test=lettre]", "2026-02-28");
        await Assertions.Expect(page.Locator("[data-test=phrase]")).ToContainTextAsync("effet le 29 avril 2026");
        await Assertions.Expect(page.Locator("[data-test=conformite]")).ToBeVisibleAsync();
        await Accessibilite.VerifierAsync(page);
        await Assertions.Expect(page.Locator("#prorata").Locator("..")).ToContainTextAsync("118 jours sur 365");

        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer la lettre aux archives" }).ClickAsync();
        await page.Locator("#archives-adresse-1").FillAsync("2 rue fictive\n62000 ARRAS");
        await page.Locator("#archives-envoyee-le").FillAsync("2026-02-26");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer l'envoi", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-test=archives]")).ToContainTextAsync("CR-2026-0002");
        await NoterAuRegistreAsync(page, "[data-test=archives]", "2026-03-02");
        await Assertions.Expect(page.Locator("[data-test=archives]")).ToContainTextAsync("notification le 2 mars 2026");
        await Assertions.Expect(page.Locator("[data-test=conformite]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("[data-test=phrase]")).ToContainTextAsync("effet le 29 avril 2026");

        await page.Locator("#designation").FillAsync("Dossiers de consultation");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter à l'inventaire" }).ClickAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "Dossiers de consultation" }))
            .ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer la mise à disposition" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le reçu signé" }).ClickAsync();
        await page.Locator("#signataire").FillAsync("La secrétaire générale");
        await page.GetByRole(AriaRole.Button, new() { Name = "Terminer la restitution" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Terminée : reçu signé le")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-test=recu-absent]")).ToBeVisibleAsync();
        await Accessibilite.VerifierAsync(page);
        await page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "recu.exe",
                    MimeType = "application/octet-stream",
                    Buffer = "MZ"u8.ToArray(),
                }
            );
        await Assertions.Expect(page.GetByText("n'est pas d'un format accepté")).ToBeVisibleAsync();
        await page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "recu.pdf",
                    MimeType = "application/pdf",
                    Buffer = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8.ToArray(),
                }
            );
        await Assertions.Expect(page.Locator("[data-test=recu]")).ToBeVisibleAsync();
        var recu = await page.RunAndWaitForDownloadAsync(() => page.Locator("[data-test=recu]").ClickAsync());
        Assert.Equal("recu.pdf", recu.SuggestedFilename);
        await Accessibilite.VerifierAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Historique" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Reçu de restitution signé").First).ToBeVisibleAsync();

        var membre = await _app.OuvrirAsync(
            "/espace/conventions",
            await _app.Comptes.MembreAsync(_arras.Id),
            new()
            {
                ViewportSize = new() { Width = 360, Height = 740 },
            }
        );
        await Assertions.Expect(membre.Locator("[data-test=inventaire]")).ToContainTextAsync("Dossiers de consultation");
        var lu = await membre.RunAndWaitForDownloadAsync(() =>
            membre.GetByRole(AriaRole.Link, new() { Name = "Télécharger le reçu signé" }).ClickAsync()
        );
        Assert.Equal("recu.pdf", lu.SuggestedFilename);
        await Accessibilite.VerifierAsync(membre);
        await Accessibilite.SansDefilementHorizontalAsync(membre);
    }

    /// <summary>Suit le lien de la lettre jusqu'au registre, y note la remise, et revient à la dénonciation.</summary>
    private static async Task NoterAuRegistreAsync(IPage page, string lettre, string remisLe)
    {
        await page.Locator(lettre).GetByRole(AriaRole.Link).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Noter le suivi" }).ClickAsync();
        await page.Locator("#issue").SelectOptionAsync(new SelectOptionValue { Label = "Remis" });
        await page.Locator("#remis-le").FillAsync(remisLe);
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le suivi" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Le suivi est enregistré.")).ToBeVisibleAsync();
        await page.Locator("[data-test=dossier] a").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Dénonciation", Exact = true }).ClickAsync();
    }

    private static async Task ContinuerAsync(IPage page, string etape)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = etape })).ToBeVisibleAsync();
    }
}
