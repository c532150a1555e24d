using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.Playwright;

namespace CdgMarches.Tests.Espace;

/// <summary>L'espace d'un membre sur un téléphone de 360 px : ce qu'il a à faire, ce qu'il rend, ce qu'il propose.</summary>
[Trait("niveau", "navigateur")]
public sealed class ParcoursDuMembre : IAsyncLifetime
{
    private static readonly BrowserNewContextOptions Telephone = new()
    {
        ViewportSize = new() { Width = 360, Height = 740 },
    };

    private ApplicationEnMarche _app = null!;

    public async ValueTask InitializeAsync() => _app = await ApplicationEnMarche.DemarrerAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Un_membre_rend_un_document_demande_de_l_aide_et_propose_un_contact_que_le_CDG_accepte()
    {
        var arras = Groupements.Exemples.UneCommune("Arras");
        var groupement = Groupements.Exemples.UnGroupement(arras.Id);
        await _app.Base.SemerAsync(arras, groupement);
        await _app.Base.SemerAsync(
            Groupements.Exemples.UneAdhesion(groupement, arras.Id),
            Conventions.Exemples.EnPreparation(arras.Id, jour: new DateOnly(2026, 3, 2))
        );
        var page = await _app.OuvrirAsync("/espace", await _app.Comptes.MembreAsync(arras.Id), Telephone);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Rendre des documents" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("2 mai 2026")).ToBeVisibleAsync();
        await VerifierAsync(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Déposer" }).ClickAsync();
        await Assertions.Expect(page.GetByText("il manque la délibération")).ToBeVisibleAsync();
        await page.Locator("input[type=file]")
            .First.SetInputFilesAsync(
                new FilePayload
                {
                    Name = "deliberation.pdf",
                    MimeType = "application/pdf",
                    Buffer = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8.ToArray(),
                }
            );
        await Assertions.Expect(page.GetByText("est déposé. Le centre de gestion le relit")).ToBeVisibleAsync();
        await VerifierAsync(page);

        await page.GotoAsync("/espace/assistance");
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer la demande" }).ClickAsync();
        await Assertions.Expect(page.Locator("#objet-erreur")).ToBeVisibleAsync();
        await VerifierAsync(page);
        await page.Locator("#objet").FillAsync("Je ne peux plus déposer");
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer la demande" }).ClickAsync();
        await Assertions.Expect(page.GetByText("La demande est envoyée")).ToBeVisibleAsync();

        await page.GotoAsync("/espace/contacts");
        await page.Locator("#contact-nom").FillAsync("Vasseur");
        await page.GetByRole(AriaRole.Button, new() { Name = "Proposer", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("La proposition est partie")).ToBeVisibleAsync();
        await VerifierAsync(page);

        await page.GotoAsync("/espace/adhesions");
        await VerifierAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Activité du groupement" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Membres" })).ToBeVisibleAsync();
        await VerifierAsync(page);

        var cdg = await _app.OuvrirAsync("/collectivites/propositions", await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire));
        await cdg.GetByRole(AriaRole.Button, new() { Name = "Accepter pour Arras" }).ClickAsync();
        await Assertions.Expect(cdg.GetByText("La fiche a pris le changement.")).ToBeVisibleAsync();
        await Accessibilite.VerifierAsync(cdg);
        await page.GotoAsync("/espace/contacts");
        await Assertions.Expect(page.Locator("strong", new() { HasText = "Vasseur" })).ToBeVisibleAsync();
    }

    private static async Task VerifierAsync(IPage page)
    {
        await Accessibilite.VerifierAsync(page);
        await Accessibilite.SansDefilementHorizontalAsync(page);
    }
}
