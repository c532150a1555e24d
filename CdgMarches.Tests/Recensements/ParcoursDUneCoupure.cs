using System.Net;
using System.Net.Sockets;
using CdgMarches.App.Demarrage;
using CdgMarches.Tests.Outils;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CdgMarches.Tests.Recensements;

/// <summary>Le vrai programme, tué comme par « kill -9 » pendant une saisie : aucune case enregistrée n'est perdue, ni aucune tapée.</summary>
[Trait("niveau", "navigateur")]
public sealed class ParcoursDUneCoupure : IDisposable
{
    private static readonly LocatorAssertionsToHaveTextOptions Longtemps = new() { Timeout = 60_000 };
    private readonly string _dossier = Directory.CreateTempSubdirectory("cdgmarches-coupure-").FullName;

    private string Fichier => Path.Combine(_dossier, "essai.db");

    public void Dispose() => Directory.Delete(_dossier, recursive: true);

    [Fact]
    public async Task Tue_pendant_la_saisie_le_serveur_ne_perd_aucune_case()
    {
        var adresse = $"http://127.0.0.1:{PortLibre()}";
        var contexte = await Navigateur.ContexteAsync(adresse);
        await using var fermeture = contexte;
        var page = await contexte.NewPageAsync();
        page.Dialog += (_, dialogue) => _ = dialogue.AcceptAsync();
        await using (var programme = Lancer(adresse))
        {
            await programme.AdresseAsync();
            await OuvrirUneReponseAsync(page);
            var cases = Cases(page);
            await cases.Nth(0).FillAsync("11");
            await page.Keyboard.PressAsync("Tab");
            await Expect(page.Locator("#etat-saisie")).ToContainTextAsync("Enregistré à");
            await Expect(page.Locator(".en-attente")).ToHaveCountAsync(0);

            await programme.TuerAsync();
            Assert.Contains(11_000, Quantites());
            await cases.Nth(1).FillAsync("12");
            await page.Keyboard.PressAsync("Tab");
            await Expect(page.Locator(".en-attente")).ToHaveCountAsync(1);
        }

        await using var relance = Lancer(adresse);
        await relance.AdresseAsync();
        await page.ReloadAsync();
        await Expect(Cases(page).Nth(0)).ToHaveValueAsync("11", new() { Timeout = 60_000 });
        await Expect(Cases(page).Nth(1)).ToHaveValueAsync("12");
        await Expect(page.Locator("#etat-saisie"))
            .ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^Enregistré à"), Longtemps);
        Assert.Contains(11_000, Quantites());
        Assert.Contains(12_000, Quantites());
    }

    private static async Task OuvrirUneReponseAsync(IPage page)
    {
        await page.GotoAsync("/compte/connexion?retour=/espace");
        await page.GetByLabel("Identifiant").FillAsync("sacha.referent");
        await page.GetByLabel("Mot de passe").FillAsync(ComptesDeDemonstration.MotDePasse);
        await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter" }).ClickAsync();
        await page.Locator("main .chose-a-faire a.bouton-principal").First.ClickAsync(new() { Timeout = 60_000 });
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        if (await page.Locator("table.grille-de-saisie, #etat-saisie").CountAsync() == 0)
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "Saisir les besoins" }).ClickAsync();
        }

        await Expect(page.Locator("#etat-saisie")).ToContainTextAsync("Saisie ouverte", new() { Timeout = 60_000 });
    }

    private static ILocator Cases(IPage page) => page.Locator(".grille-de-saisie input[data-c='1']");

    private ProgrammeLance Lancer(string adresse) =>
        ProgrammeLance.Lancer(
            [
                "--urls",
                adresse,
                "--ConnectionStrings:CdgMarches",
                $"Data Source={Fichier}",
                "--Fichiers:Dossier",
                Path.Combine(_dossier, "fichiers"),
                "--Courriel:Dossier",
                Path.Combine(_dossier, "courriels"),
            ],
            environnement: "Development"
        );

    /// <summary>Ce que la base a gardé, lue à côté du programme.</summary>
    private List<long> Quantites()
    {
        using var connexion = new SqliteConnection($"Data Source={Fichier};Mode=ReadOnly;Pooling=False");
        connexion.Open();
        using var commande = connexion.CreateCommand();
        commande.CommandText = "SELECT MinimumMilliemes FROM LignesDeReponse WHERE MinimumMilliemes IN (11000, 12000)";
        using var lecteur = commande.ExecuteReader();
        List<long> quantites = [];
        while (lecteur.Read())
        {
            quantites.Add(lecteur.GetInt64(0));
        }

        return quantites;
    }

    private static int PortLibre()
    {
        using var ecoute = new TcpListener(IPAddress.Loopback, 0);
        ecoute.Start();
        return ((IPEndPoint)ecoute.LocalEndpoint).Port;
    }
}
