using System.Globalization;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using CdgMarches.Tests.Outils;
using CdgMarches.Tests.Recensements.Excel;
using ClosedXML.Excel;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CdgMarches.Tests.Recensements;

/// <summary>Le métier d'un bout à l'autre : ouvrir, saisir au clavier et par Excel, valider, clore, geler, et relire les sommes.</summary>
[Trait("niveau", "navigateur")]
public sealed class ParcoursDUneCampagne : IAsyncLifetime
{
    private ApplicationEnMarche _app = null!;
    private BancDeRecensement _banc = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationEnMarche.DemarrerAsync();
        _banc = await BancDeRecensement.SurAsync(_app);
    }

    public async ValueTask DisposeAsync()
    {
        await _banc.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task De_l_ouverture_au_classeur_consolide()
    {
        var campagne = await _banc.PreparerAsync();
        var agent = await _app.OuvrirAsync(
            $"/recensements/{campagne.Valeur}",
            await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire)
        );
        await OuvrirLaCampagneAsync(agent);

        var membre = await _app.OuvrirAsync(
            "/espace",
            await _app.Comptes.MembreAsync(_banc.Membres[0].Id, RoleDeMembre.Signataire)
        );
        await membre.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Nos recensements" }).ClickAsync();
        await Expect(membre.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Accessibilite.VerifierAsync(membre);
        var fournitures = await _banc.ReponseAsync(campagne, 0);
        await SaisirAuClavierAsync(membre, fournitures.Id);
        await RendreParExcelAsync(membre, await _banc.ReponseAsync(campagne, 0, _banc.Parapheur));
        await ValiderAsync(membre, campagne);

        await CloreEtDeciderAsync(agent, campagne);
        using var classeur = await GelerEtTelechargerAsync(agent, campagne);
        var papier = LigneDe(classeur, "Papier A4");
        Assert.Equal((10, 20, 30), (Somme(papier, 7), Somme(papier, 8), Somme(papier, 9)));
        var stylo = LigneDe(classeur, "Stylo");
        Assert.Equal((40, 50, 60), (Somme(stylo, 7), Somme(stylo, 8), Somme(stylo, 9)));
        Assert.Equal(7, Somme(LigneDe(classeur, "Parapheur"), 8));
        Assert.Equal(
            ["Membre 0001", "Membre 0002", "Membre 0003"],
            classeur
                .Worksheet("Membres")
                .RowsUsed()
                .Select(r => r.Cell(1).GetString())
                .Where(t => t.StartsWith("Membre 0", StringComparison.Ordinal))
                .Order()
        );
    }

    private static async Task OuvrirLaCampagneAsync(IPage agent)
    {
        await agent.GetByRole(AriaRole.Button, new() { Name = "Ouvrir la campagne" }).ClickAsync();
        await ConfirmerAsync(agent, "Ouvrir la campagne");
        await Expect(agent.GetByText("La campagne est ouverte : 6 réponses attendues.")).ToBeVisibleAsync();
        await Expect(agent.GetByRole(AriaRole.Link, new() { Name = "Membre 0003" })).ToBeVisibleAsync();
        await Accessibilite.VerifierAsync(agent);
    }

    /// <summary>Première ligne collée d'Excel avec la suivante, puis une case corrigée : sans toucher la souris.</summary>
    private static async Task SaisirAuClavierAsync(IPage membre, ReponseId reponse)
    {
        await membre.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await membre.GotoAsync($"/recensements/reponses/{reponse.Valeur}");
        var etat = membre.Locator("#etat-saisie");
        await Expect(etat).ToHaveTextAsync("Saisie ouverte : tout est enregistré au fur et à mesure.");
        await Accessibilite.VerifierAsync(membre);

        await membre.Locator("#ligne-1 input").First.FocusAsync();
        await membre.EvaluateAsync("t => navigator.clipboard.writeText(t)", "9\t20\t30\r\n40\t50\t60\r\n");
        await membre.Keyboard.PressAsync("Control+v");
        await Expect(Case(membre, 2, ChampDeReponse.Maximum)).ToHaveValueAsync("60");
        await Expect(etat).ToContainTextAsync("Enregistré à");
        await Expect(membre.Locator(".en-attente")).ToHaveCountAsync(0);

        await membre.Keyboard.PressAsync("Enter");
        await Expect(Case(membre, 2, ChampDeReponse.Minimum)).ToBeFocusedAsync();
        await membre.Keyboard.PressAsync("ArrowUp");
        await Expect(Case(membre, 1, ChampDeReponse.Minimum)).ToBeFocusedAsync();
        await membre.Keyboard.TypeAsync("10");
        await membre.Keyboard.PressAsync("Tab");
        await Expect(Case(membre, 1, ChampDeReponse.Estime)).ToBeFocusedAsync();
        await Expect(membre.Locator(".en-attente")).ToHaveCountAsync(0);
        await membre.ReloadAsync();
        await Expect(Case(membre, 1, ChampDeReponse.Minimum)).ToHaveValueAsync("10");
        await Expect(Case(membre, 2, ChampDeReponse.Estime)).ToHaveValueAsync("50");
    }

    private static async Task RendreParExcelAsync(IPage membre, Reponse parapheur)
    {
        await membre.GotoAsync($"/recensements/reponses/{parapheur.Id.Valeur}/import");
        await Accessibilite.VerifierAsync(membre);
        var telechargement = await membre.RunAndWaitForDownloadAsync(() =>
            membre.GetByRole(AriaRole.Link, new() { Name = "Classeur de Parapheur" }).ClickAsync()
        );
        var rempli = AtelierExcel.Remplir(
            await File.ReadAllBytesAsync(await telechargement.PathAsync()),
            (3, "Estimé", 7),
            (3, ChampDeReponse.MontantHt.Libelle(), 700)
        );
        await membre
            .Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "retour.xlsx",
                    MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    Buffer = rempli,
                }
            );
        await Expect(membre.Locator("[data-test=compteurs]")).ToContainTextAsync("✓ 1 nouvelle");
        await Accessibilite.VerifierAsync(membre);
        await membre.GetByRole(AriaRole.Button, new() { Name = "Importer", Exact = true }).ClickAsync();
        await Expect(membre.GetByText("1 ligne écrite")).ToBeVisibleAsync();
    }

    private async Task ValiderAsync(IPage membre, CampagneId campagne)
    {
        await membre.GotoAsync($"/recensements/{campagne.Valeur}/membres/{_banc.Membres[0].Id.Valeur}");
        await membre.GetByLabel("Qualité", new() { Exact = false }).First.FillAsync("Maire");
        await membre.GetByRole(AriaRole.Button, new() { Name = "Valider définitivement" }).ClickAsync();
        var recu = membre.GetByRole(AriaRole.Link, new() { NameRegex = new("Reçu REC-2026-") }).First;
        await Expect(recu).ToBeVisibleAsync();
        await Accessibilite.VerifierAsync(membre);
        await recu.ClickAsync();
        await Expect(membre.GetByText("Papier A4").First).ToBeVisibleAsync();
        await Accessibilite.VerifierAsync(membre);
    }

    private static async Task CloreEtDeciderAsync(IPage agent, CampagneId campagne)
    {
        await agent.GotoAsync($"/recensements/{campagne.Valeur}");
        await agent.GetByText("Autres actions").ClickAsync();
        await agent.GetByRole(AriaRole.Button, new() { Name = "Clore maintenant" }).First.ClickAsync();
        await ConfirmerAsync(agent, "Clore maintenant");
        await Expect(agent.GetByText("La campagne est close.")).ToBeVisibleAsync();
        await agent.GetByRole(AriaRole.Checkbox, new() { Name = "Sélectionner toute la page" }).CheckAsync();
        await agent.GetByRole(AriaRole.Button, new() { Name = "Décider d'office…" }).ClickAsync();
        await agent
            .Locator("#decision-en-bloc")
            .SelectOptionAsync(new SelectOptionValue { Label = DecisionDOffice.PresumerNeant.Libelle() });
        await agent.Locator("#motif-en-bloc").FillAsync("Aucune réponse après relance.");
        await Accessibilite.VerifierAsync(agent);
        await ConfirmerAsync(agent, "Décider");
        await Expect(agent.GetByText("4 réponses décidées.")).ToBeVisibleAsync();
    }

    private static async Task<XLWorkbook> GelerEtTelechargerAsync(IPage agent, CampagneId campagne)
    {
        await agent.GotoAsync($"/recensements/{campagne.Valeur}/consolidation");
        await agent.GetByRole(AriaRole.Button, new() { Name = "Geler la version 1" }).ClickAsync();
        await ConfirmerAsync(agent, "Geler");
        await Expect(agent.GetByText("La version 1 est gelée.")).ToBeVisibleAsync();
        await agent.GetByRole(AriaRole.Link, new() { NameRegex = new("Version 1, gelée le") }).ClickAsync();
        await Expect(agent.GetByText("elle ne change plus")).ToBeVisibleAsync();
        await Accessibilite.VerifierAsync(agent);
        await agent.GetByRole(AriaRole.Button, new() { Name = "Exporter le classeur", Exact = true }).ClickAsync();
        var lien = agent.GetByRole(AriaRole.Link, new() { NameRegex = new("Télécharger CdgMarches_consolidation") });
        await Expect(lien).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Accessibilite.VerifierAsync(agent);
        var telechargement = await agent.RunAndWaitForDownloadAsync(() => lien.ClickAsync());
        return new XLWorkbook(new MemoryStream(await File.ReadAllBytesAsync(await telechargement.PathAsync())));
    }

    private static Task ConfirmerAsync(IPage page, string libelle) =>
        page.Locator("dialog[open]").GetByRole(AriaRole.Button, new() { Name = libelle, Exact = true }).ClickAsync();

    private static ILocator Case(IPage page, int ligne, ChampDeReponse champ) =>
        page.Locator($"#ligne-{ligne} input[data-c='{(int)champ}']");

    private static IXLRow LigneDe(XLWorkbook classeur, string designation) =>
        classeur.Worksheet("Synthèse").RowsUsed().Single(r => r.Cell(4).GetString() == designation);

    /// <summary>La somme telle que le classeur la porte, formule calculée.</summary>
    private static double Somme(IXLRow ligne, int colonne) =>
        Convert.ToDouble(ligne.Cell(colonne).CachedValue, CultureInfo.InvariantCulture);
}
