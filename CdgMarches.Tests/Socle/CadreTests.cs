using System.Text.RegularExpressions;
using CdgMarches.App.Guide;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CdgMarches.Tests.Socle;

/// <summary>Le cadre de l'application dans un vrai navigateur.</summary>
[Collection(ApplicationEnMarche.Collection)]
[Trait("niveau", "navigateur")]
public sealed partial class CadreTests(ApplicationEnMarche app)
{
    private static readonly BrowserNewContextOptions Etroit = new()
    {
        ViewportSize = new() { Width = 320, Height = 640 },
    };

    [Fact]
    public async Task Ctrl_K_mene_a_la_recherche_dont_les_mots_sont_dans_l_adresse()
    {
        var page = await OuvrirAuRepos("/aide");

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("saint omer");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(new Regex(@"\?q=saint%20omer$"));
        await Expect(page.Locator("main [role=status]").First).ToContainTextAsync("pour « saint omer »");
    }

    [Fact]
    public async Task Le_point_d_interrogation_montre_les_raccourcis_mais_pas_pendant_une_saisie()
    {
        var page = await OuvrirAuRepos("/recherche");
        var raccourcis = page.GetByRole(AriaRole.Dialog, new() { Name = "Raccourcis clavier" });

        await page.GetByLabel("Mots cherchés").PressAsync("?");
        await Expect(raccourcis).ToBeHiddenAsync();

        await page.Locator("h1").FocusAsync();
        await page.Keyboard.PressAsync("?");
        await Expect(raccourcis).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Le_lien_d_evitement_mene_au_contenu_sans_changer_de_page()
    {
        var page = await OuvrirAuRepos("/aide/ouvrir-une-campagne");

        await page.Locator(".evitement").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("#contenu")).ToBeFocusedAsync();
        Assert.EndsWith("/aide/ouvrir-une-campagne", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_premiere_page_pese_moins_de_600_ko_et_ne_parle_qu_a_l_application()
    {
        var compte = await app.Comptes.AgentAsync(RoleCdg.Gestionnaire);
        var page = await app.OuvrirAsync(compte: compte);
        var ailleurs = new List<string>();
        var erreurs = new List<string>();
        var poids = 0L;
        page.Request += (_, r) =>
        {
            if (!r.Url.StartsWith(app.Adresse, StringComparison.Ordinal) && !r.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                ailleurs.Add(r.Url);
            }
        };
        page.Console += (_, m) =>
        {
            if (m.Type == "error")
            {
                erreurs.Add(m.Text);
            }
        };
        var reseau = await page.Context.NewCDPSessionAsync(page);
        await reseau.SendAsync("Network.enable");
        reseau.Event("Network.loadingFinished").OnEvent += (_, e) =>
            Interlocked.Add(ref poids, (long)e!.Value.GetProperty("encodedDataLength").GetDouble());

        await page.GotoAsync("/");
        await Expect(page.Locator("h1")).ToHaveTextAsync("À traiter");

        Assert.Empty(ailleurs);
        Assert.Empty(erreurs);
        Assert.InRange(Interlocked.Read(ref poids), 10_000, 600_000);
    }

    [Fact]
    public async Task Sans_WebSocket_l_application_marche_par_interrogation_longue()
    {
        var compte = await app.Comptes.AgentAsync(RoleCdg.Gestionnaire);
        var page = await app.OuvrirAsync(compte: compte);
        await page.RouteWebSocketAsync("**/*", ws => ws.CloseAsync(new() { Code = 1011 }));

        await page.GotoAsync("/aide");
        await page.GetByRole(AriaRole.Link, new() { Name = "Répondre avec Excel" }).ClickAsync();

        await Expect(page.Locator("h1")).ToHaveTextAsync("Répondre avec Excel");
    }

    [Fact]
    public async Task Chacun_ne_voit_dans_la_navigation_que_ce_qu_il_peut_ouvrir()
    {
        var membre = await app.Comptes.MembreAsync(CollectiviteId.Nouveau());
        var deMembre = await app.OuvrirAsync("/aide", membre);
        await Expect(deMembre.Locator(".navigation a"))
            .ToHaveTextAsync([
                "Mon espace",
                "Nos adhésions",
                "Nos conventions",
                "Nos recensements",
                "Nos sessions",
                "Nos marchés",
                "Nos contributions",
                "Nos contacts et mandats",
                "Demander de l'aide",
                "Échéancier",
                "Informations reçues",
            ]);

        var lecteur = await OuvrirAsync("/aide", RoleCdg.Lecture);
        await Expect(lecteur.Locator(".navigation a").Filter(new() { HasText = "Collectivités" })).ToBeVisibleAsync();
        await Expect(lecteur.Locator(".navigation a").Filter(new() { HasText = "Administration" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Chaque_entree_de_la_navigation_et_chaque_lien_des_guides_menent_a_une_page()
    {
        var compte = await app.Comptes.AgentAsync([RoleCdg.Administrateur, RoleCdg.Gestionnaire]);
        var page = await app.OuvrirAsync("/aide", compte);
        await Expect(page.Locator("main h1")).ToBeVisibleAsync();
        var adresses = await page.Locator(".navigation a, .barre a, .pied a, main a")
            .EvaluateAllAsync<string[]>("liens => liens.map(l => l.getAttribute('href'))");
        var desGuides = Guides.Tous.SelectMany(g => LienDeGuide().Matches(g.Texte)).Select(m => m.Groups[1].Value);
        using var agent = await app.ClientAsync(compte);
        using var membre = await app.ClientAsync(await app.Comptes.MembreAsync(CollectiviteId.Nouveau()));

        foreach (var adresse in adresses.Concat(desGuides).Distinct())
        {
            var client = adresse.StartsWith("/espace", StringComparison.Ordinal) ? membre : agent;
            using var reponse = await client.GetAsync(new Uri(adresse, UriKind.Relative), TestContext.Current.CancellationToken);

            Assert.True(reponse.IsSuccessStatusCode, $"{adresse} : {reponse.StatusCode}");
        }
    }

    [Fact]
    public async Task L_accueil_d_un_membre_est_son_espace()
    {
        var page = await app.OuvrirAsync("/", await app.Comptes.MembreAsync(CollectiviteId.Nouveau()));

        await Expect(page).ToHaveURLAsync(new Regex("/espace$"));
    }

    [Fact]
    public async Task Sans_le_droit_une_phrase_le_dit_et_sans_connexion_on_y_va_puis_on_revient()
    {
        var lecteur = await OuvrirAsync("/aide", RoleCdg.Lecture);
        await lecteur.GotoAsync("/administration/reglages");
        await Expect(lecteur.Locator("body")).ToContainTextAsync("droit");

        var personne = await app.OuvrirAsync("/synthese");
        await Expect(personne).ToHaveURLAsync(app.Adresse + "/compte/connexion?retour=%2Fsynthese");
        await ApplicationEnMarche.SeConnecterAsync(personne, await app.Comptes.AgentAsync(RoleCdg.Lecture));
        await Expect(personne.Locator("h1")).ToHaveTextAsync("Synthèse");
    }

    [Fact]
    public async Task Une_adresse_inconnue_est_dite_en_francais_avec_le_code_404()
    {
        var compte = await app.Comptes.AgentAsync(RoleCdg.Lecture);
        var page = await app.OuvrirAsync(compte: compte);

        var reponse = await page.GotoAsync("/cette-page/n-existe-pas");

        Assert.Equal(404, reponse!.Status);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Page introuvable");
    }

    [Fact]
    public async Task L_apparence_et_le_menu_replie_sont_retenus()
    {
        var page = await OuvrirAsync("/aide");
        await page.GetByRole(AriaRole.Button, new() { Name = "Replier le menu" }).ClickAsync();
        await page.Locator("summary", new() { HasText = "Personne" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sombre" }).ClickAsync();

        await page.ReloadAsync();

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Déplier le menu" }))
            .ToHaveAttributeAsync("aria-expanded", "false");
        Assert.Equal("sombre", await page.EvaluateAsync<string>("() => document.documentElement.dataset.theme"));
    }

    [Fact]
    public async Task A_l_impression_il_ne_reste_que_la_page()
    {
        var page = await OuvrirAsync("/aide/ouvrir-une-campagne");

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(page.Locator(".cadre .barre")).ToBeHiddenAsync();
        await Expect(page.Locator(".navigation")).ToBeHiddenAsync();
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/synthese")]
    [InlineData("/recherche?q=arras")]
    [InlineData("/aide/glossaire")]
    [InlineData("/accessibilite")]
    [InlineData("/cette-page-n-existe-pas")]
    public async Task Aucune_violation_grave_d_accessibilite_claire_sombre_et_a_320_pixels(string chemin)
    {
        var page = await OuvrirAsync(chemin);
        await Accessibilite.VerifierAsync(page);

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Accessibilite.VerifierAsync(page);

        var compte = await app.Comptes.AgentAsync(RoleCdg.Gestionnaire);
        var etroite = await app.OuvrirAsync(chemin, compte, Etroit);
        await Expect(etroite.Locator("main h1")).ToBeVisibleAsync();
        await Accessibilite.VerifierAsync(etroite);
        await Accessibilite.SansDefilementHorizontalAsync(etroite);
    }

    /// <summary>Attend aussi que l'ouverture ait fini de porter le focus sur le titre : elle l'ôterait au champ atteint.</summary>
    private async Task<IPage> OuvrirAuRepos(string chemin)
    {
        var page = await OuvrirAsync(chemin);
        await Expect(page.Locator("main h1")).ToBeFocusedAsync();
        return page;
    }

    [GeneratedRegex(@"\]\((/[^)]*)\)")]
    private static partial Regex LienDeGuide();

    private async Task<IPage> OuvrirAsync(string chemin, RoleCdg role = RoleCdg.Gestionnaire)
    {
        var page = await app.OuvrirAsync(chemin, await app.Comptes.AgentAsync(role));
        await Expect(page.Locator("main h1")).ToBeVisibleAsync();
        return page;
    }
}
