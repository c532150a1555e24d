using System.Net;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Travaux;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CdgMarches.Tests.Socle;

[Trait("niveau", "navigateur")]
public sealed class ParcoursDuSocle : IAsyncLifetime
{
    private ApplicationEnMarche _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationEnMarche.DemarrerAsync(b => b.Services.AddKeyedScoped<ITravail, Lent>("lent"));
        await new Database.Reference.ChargerReference(
            _app.Fabrique,
            [new Database.Reference.ChargementDesSeuils()],
            _app.Horloge
        ).ExecuterAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Un_administrateur_saisit_le_seuil_de_2028_que_l_application_demande()
    {
        var page = await _app.OuvrirAsync("/administration/reglages", await _app.Comptes.AgentAsync(RoleCdg.Administrateur));
        await Assertions.Expect(page.GetByText("4 seuils ne sont pas connus")).ToBeVisibleAsync();
        await Accessibilite.VerifierAsync(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "procédure formalisée, travaux" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Premier jour")).ToHaveValueAsync("2028-01-01");
        await Accessibilite.VerifierAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter la valeur" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-test=erreurs]")).ToContainTextAsync("Saisissez la valeur.");
        await page.Locator("#nombre").FillAsync("5 500 000");
        await page.Locator("#source").FillAsync("Avis d'essai");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter la valeur" }).ClickAsync();

        await Assertions.Expect(page.GetByText("3 seuils ne sont pas connus")).ToBeVisibleAsync();
        await page.GotoAsync("/administration/reglages?validite=a-venir");
        await Assertions.Expect(page.GetByText("Avis d'essai")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Historique", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Valeur ajoutée : procédure formalisée, travaux")).ToBeVisibleAsync();
        await Accessibilite.VerifierAsync(page);
        await page.GotoAsync("/administration/reglages/generaux");
        await Assertions.Expect(page.GetByLabel("Nom du centre de gestion")).ToBeVisibleAsync();
        await Accessibilite.VerifierAsync(page);
    }

    [Fact]
    public async Task Un_export_long_montre_sa_progression_previent_son_auteur_et_n_est_qu_a_lui()
    {
        var compte = await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire);
        var acteur = await _app.Services.GetRequiredService<App.Socle.LireActeur>().ExecuterAsync(compte.Id);
        var page = await _app.OuvrirAsync("/mes-exports", compte);
        await Assertions.Expect(page.GetByText("Aucun export")).ToBeVisibleAsync();
        await Accessibilite.VerifierAsync(page);

        var id = await _app
            .Services.GetRequiredService<FileDeTravaux>()
            .LancerAsync(acteur!, "lent", "Consolidation d'essai", Droits.ConsulterCdg, new { });
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
        Lent.Finir.TrySetResult();

        var lien = page.GetByRole(AriaRole.Link, new() { Name = "Télécharger essai.csv" });
        await Assertions.Expect(lien).ToBeVisibleAsync();
        await Accessibilite.VerifierAsync(page);
        var telechargement = await page.RunAndWaitForDownloadAsync(() => lien.ClickAsync());
        Assert.Equal("essai.csv", telechargement.SuggestedFilename);
        Assert.Equal("a;b", await File.ReadAllTextAsync(await telechargement.PathAsync()));

        await page.GetByRole(AriaRole.Link, new() { Name = "Notifications : 1 non lue" }).ClickAsync();
        await Assertions.Expect(page.GetByText("« Consolidation d'essai » est prêt.")).ToBeVisibleAsync();
        await Accessibilite.VerifierAsync(page);

        using var autre = await _app.ClientAsync(await _app.Comptes.AgentAsync(RoleCdg.Finances));
        Assert.Equal(HttpStatusCode.NotFound, (await autre.GetAsync($"/travaux/{id}/fichier")).StatusCode);
        using var personne = await _app.ClientAsync();
        Assert.NotEqual(HttpStatusCode.OK, (await personne.GetAsync($"/travaux/{id}/fichier")).StatusCode);
    }

    private sealed class Lent : ITravail
    {
        public static TaskCompletionSource Finir { get; } = new();

        public async Task<FichierProduit?> ExecuterAsync(
            Acteur auteur,
            string parametres,
            IProgress<Avancement> progres,
            CancellationToken annulation
        )
        {
            progres.Report(new Avancement(3, 10, "Écriture des feuilles"));
            await Finir.Task.WaitAsync(annulation);
            return FichierProduit.De("essai.csv", TypesMime.Csv, "a;b"u8.ToArray());
        }
    }
}
