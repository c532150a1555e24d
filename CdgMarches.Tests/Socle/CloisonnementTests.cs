using System.Net;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.Playwright;

namespace CdgMarches.Tests.Socle;

/// <summary>Toutes les adresses, avec chaque rôle et les identifiants d'un autre : on n'ouvre et on ne lit que le sien.</summary>
/// <remarks>Les adresses se découvrent seules ; leurs paramètres viennent d'<see cref="Echantillons"/>.</remarks>
[Trait("niveau", "navigateur")]
public sealed class CloisonnementTests(ApplicationPeuplee peuplee) : IClassFixture<ApplicationPeuplee>
{
    /// <summary>Ce que tous les membres lisent d'un groupement où ils ne sont pas, et pourquoi.</summary>
    private static readonly Dictionary<string, string> OffertATous = new()
    {
        ["/espace/adhesions/rejoindre"] =
            "La liste des groupements ouverts aux demandes : on ne peut rejoindre que ce qu'on connaît.",
    };

    private readonly ApplicationEnMarche _app = peuplee.App;
    private readonly Echantillons _echantillons = peuplee.Echantillons;

    [Fact]
    public void Toute_adresse_a_parametre_a_son_echantillon()
    {
        var sans = Adresses()
            .Where(a => a.Route.Parameters.Count > 0 && !AdressesAnonymes.Toutes.ContainsKey(a.Chemin))
            .Where(a => _echantillons.Valeurs(a.Chemin) is null)
            .Select(a => a.Chemin);

        Assert.True(Adresses().Count() > 30, "Les adresses ne se découvrent plus.");
        Assert.Empty(sans);
    }

    [Fact]
    public async Task Sans_compte_tout_mene_a_la_connexion()
    {
        using var client = await _app.ClientAsync();
        List<string> fautes = [];
        foreach (var adresse in Adresses().Where(a => a.EstUneLecture && !AdressesAnonymes.Toutes.ContainsKey(a.Chemin)))
        {
            using var reponse = await client.GetAsync(new Uri(Remplir(adresse), UriKind.Relative));
            if (!EstVersLaConnexion(reponse))
            {
                fautes.Add($"{adresse.Chemin} : {(int)reponse.StatusCode}");
            }
        }

        Assert.Empty(fautes);
    }

    [Theory]
    [InlineData(RoleCdg.Administrateur)]
    [InlineData(RoleCdg.Gestionnaire)]
    [InlineData(RoleCdg.Finances)]
    [InlineData(RoleCdg.Lecture)]
    public async Task Un_agent_n_ouvre_que_ce_que_son_role_permet(RoleCdg role)
    {
        var fautes = await ParcourirAsync(await _app.Comptes.AgentAsync(role), Droits.DuRole(role).ToHashSet(), null);

        Assert.Empty(fautes);
    }

    [Theory]
    [InlineData(RoleDeMembre.Referent, false)]
    [InlineData(RoleDeMembre.Referent, true)]
    [InlineData(RoleDeMembre.Signataire, true)]
    public async Task Un_membre_n_ouvre_que_ce_que_son_role_permet_et_rien_d_un_autre(RoleDeMembre role, bool gere)
    {
        var compte = await _app.Comptes.MembreAsync(_echantillons.Sienne.Id, role, gere);

        var fautes = await ParcourirAsync(
            compte,
            Droits.DuMembre(role, gere).ToHashSet(),
            [Echantillons.MarqueDuMembre, Echantillons.MarqueDuGroupement]
        );

        Assert.Empty(fautes);
    }

    [Fact]
    public async Task A_l_ecran_un_membre_ne_lit_rien_d_un_autre()
    {
        var compte = await _app.Comptes.MembreAsync(_echantillons.Sienne.Id, RoleDeMembre.Signataire, administrateur: true);

        var fautes = await RegarderAsync(
            compte,
            Droits.DuMembre(RoleDeMembre.Signataire, administrateurDeSaCollectivite: true).ToHashSet(),
            [Echantillons.MarqueDuMembre, Echantillons.MarqueDuGroupement]
        );

        Assert.Empty(fautes);
    }

    [Fact]
    public async Task A_l_ecran_un_agent_limite_ne_lit_rien_d_un_autre_groupement()
    {
        var compte = await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire, _echantillons.Commun.Id);

        var fautes = await RegarderAsync(
            compte,
            Droits.DuRole(RoleCdg.Gestionnaire).ToHashSet(),
            [Echantillons.MarqueDuGroupement]
        );

        Assert.Empty(fautes);
    }

    /// <summary>Par HTTP : la porte refuse ce que le rôle n'ouvre pas, et aucune réponse ne porte la marque d'un autre.</summary>
    private async Task<List<string>> ParcourirAsync(CompteDEssai compte, HashSet<string> droits, string[]? marques)
    {
        using var client = await _app.ClientAsync(compte);
        List<string> fautes = [];
        foreach (var adresse in Adresses().Where(a => a.EstUneLecture && !AdressesAnonymes.Toutes.ContainsKey(a.Chemin)))
        {
            using var reponse = await client.GetAsync(new Uri(Remplir(adresse), UriKind.Relative));
            var refuse = EstUnRefus(reponse);
            if (adresse.Strategies.Any(s => !droits.Contains(s)) && !refuse)
            {
                fautes.Add($"{adresse.Chemin} : ouverte sans le droit ({(int)reponse.StatusCode})");
            }
            else if (reponse.StatusCode >= HttpStatusCode.InternalServerError)
            {
                fautes.Add($"{adresse.Chemin} : panne ({(int)reponse.StatusCode})");
            }
            else if (
                marques is not null
                && !adresse.EstUnePage
                && adresse.Route.Parameters.Count > 0
                && reponse.IsSuccessStatusCode
            )
            {
                fautes.Add($"{adresse.Chemin} : rend le document d'un autre");
            }

            var corps = marques is null ? "" : await reponse.Content.ReadAsStringAsync();
            fautes.AddRange((marques ?? []).Where(corps.Contains).Select(m => $"{adresse.Chemin} : montre « {m} »"));
        }

        return fautes;
    }

    /// <summary>À l'écran : les pages vivent dans un circuit, seul un navigateur voit ce qu'elles montrent.</summary>
    private async Task<List<string>> RegarderAsync(CompteDEssai compte, HashSet<string> droits, string[] marques)
    {
        var page = await _app.OuvrirAsync(compte: compte);
        List<string> fautes = [];
        foreach (var adresse in Adresses().Where(a => a.EstUnePage && a.Strategies.All(droits.Contains)))
        {
            if (AdressesAnonymes.Toutes.ContainsKey(adresse.Chemin))
            {
                continue;
            }

            try
            {
                await page.GotoAsync(Remplir(adresse));
                await page.Locator("main h1:visible").First.WaitForAsync();
                await Assertions.Expect(page.Locator(".chargement:visible")).ToHaveCountAsync(0);
            }
            catch (Exception attente) when (attente is PlaywrightException or TimeoutException)
            {
                fautes.Add($"{adresse.Chemin} : ne s'affiche pas");
                continue;
            }

            var texte = await page.Locator("body").InnerTextAsync();
            var interdites = marques.Where(m => m != Echantillons.MarqueDuGroupement || !OffertATous.ContainsKey(adresse.Chemin));
            fautes.AddRange(interdites.Where(texte.Contains).Select(m => $"{adresse.Chemin} : montre « {m} »"));
            if (await page.Locator("#blazor-error-ui").IsVisibleAsync())
            {
                fautes.Add($"{adresse.Chemin} : panne à l'écran");
            }
        }

        return fautes;
    }

    private IEnumerable<AdresseDeLApplication> Adresses() => AdresseDeLApplication.Toutes(_app);

    private string Remplir(AdresseDeLApplication adresse) => adresse.Remplir(_echantillons.Valeurs(adresse.Chemin));

    private static bool EstVersLaConnexion(HttpResponseMessage reponse) =>
        reponse.StatusCode is HttpStatusCode.Unauthorized
        || (
            reponse.StatusCode is HttpStatusCode.Redirect
            && reponse.Headers.Location!.OriginalString.Contains("/compte/connexion", StringComparison.Ordinal)
        );

    private static bool EstUnRefus(HttpResponseMessage reponse) =>
        reponse.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound
        || (
            reponse.StatusCode is HttpStatusCode.Redirect
            && reponse.Headers.Location!.OriginalString.Contains("/compte/refus", StringComparison.Ordinal)
        );
}
