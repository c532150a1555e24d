using System.Text.RegularExpressions;
using CdgMarches.App.Compte;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.Playwright;

namespace CdgMarches.Tests.Compte;

[Trait("niveau", "navigateur")]
[Collection(ApplicationEnMarche.Collection)]
public sealed class ConnexionTests(ApplicationEnMarche app)
{
    [Fact]
    public async Task Un_agent_se_connecte_par_son_identifiant_et_revient_a_la_page_demandee()
    {
        var compte = await app.Comptes.AgentAsync(RoleCdg.Gestionnaire);
        var page = await app.OuvrirAsync("/compte?onglet=droits");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Se connecter");
        await ApplicationEnMarche.SeConnecterAsync(page, compte);

        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/compte\?onglet=droits$"));
        await Assertions.Expect(page.GetByText(compte.Nom)).ToBeVisibleAsync();
        Assert.Equal(app.Horloge.Instant, (await app.Comptes.RelireAsync(compte)).DerniereConnexion);
    }

    [Theory]
    [InlineData("//exemple.invalid/")]
    [InlineData("https://exemple.invalid/")]
    [InlineData("/\\exemple.invalid")]
    public async Task Le_retour_ne_mene_jamais_a_un_autre_site(string retour)
    {
        var compte = await app.Comptes.AgentAsync(RoleCdg.Lecture);
        var page = await app.OuvrirAsync($"/compte/connexion?retour={Uri.EscapeDataString(retour)}");

        await ApplicationEnMarche.SeConnecterAsync(page, compte);

        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("/compte/connexion"));
        Assert.StartsWith(app.Adresse, page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_courriel_n_est_pas_un_identifiant()
    {
        var compte = await app.Comptes.AgentAsync(RoleCdg.Lecture);
        var page = await app.OuvrirAsync("/compte/connexion");

        await ApplicationEnMarche.SeConnecterAsync(page, compte with { Identifiant = compte.Courriel });

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(SeConnecter.Refuse);
    }

    [Fact]
    public async Task Cinq_essais_manques_verrouillent_quinze_minutes()
    {
        await using var seule = await ApplicationEnMarche.DemarrerAsync();
        var compte = await seule.Comptes.AgentAsync(RoleCdg.Gestionnaire);
        var page = await seule.OuvrirAsync("/compte/connexion");
        for (var essai = 1; essai <= 4; essai++)
        {
            await ApplicationEnMarche.SeConnecterAsync(page, compte, "pas le bon du tout");
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(SeConnecter.Refuse);
        }

        await ApplicationEnMarche.SeConnecterAsync(page, compte, "pas le bon du tout");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(SeConnecter.Verrouille);
        seule.Horloge.Instant += TimeSpan.FromMinutes(14);
        await ApplicationEnMarche.SeConnecterAsync(page, compte);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(SeConnecter.Verrouille);

        seule.Horloge.Instant += TimeSpan.FromMinutes(2);
        await ApplicationEnMarche.SeConnecterAsync(page, compte);
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("/compte/connexion"));
    }

    [Fact]
    public async Task Un_identifiant_inconnu_repond_et_se_verrouille_comme_un_autre()
    {
        var inconnu = new CompteDEssai(Guid.NewGuid(), "personne.inconnue", "", "");
        var page = await app.OuvrirAsync("/compte/connexion");
        for (var essai = 1; essai <= 4; essai++)
        {
            await ApplicationEnMarche.SeConnecterAsync(page, inconnu);
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(SeConnecter.Refuse);
        }

        await ApplicationEnMarche.SeConnecterAsync(page, inconnu);

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(SeConnecter.Verrouille);
    }

    [Fact]
    public async Task Se_deconnecter_ferme_la_session()
    {
        var compte = await app.Comptes.AgentAsync(RoleCdg.Lecture);
        var page = await app.OuvrirAsync("/compte", compte);

        await page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Vous êtes déconnecté.")).ToBeVisibleAsync();
        await page.GotoAsync("/compte");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Se connecter");
    }

    [Fact]
    public async Task Une_session_expiree_le_dit_et_ramene_a_la_meme_adresse()
    {
        await using var seule = await ApplicationEnMarche.DemarrerAsync();
        var compte = await seule.Comptes.AgentAsync(RoleCdg.Lecture);
        var page = await seule.OuvrirAsync("/compte", compte);
        seule.Horloge.Instant += TimeSpan.FromMinutes(61);

        await page.GotoAsync("/compte?onglet=droits");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Votre session a pris fin.");
        await ApplicationEnMarche.SeConnecterAsync(page, compte);

        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/compte\?onglet=droits$"));
    }

    [Fact]
    public async Task Prolonger_garde_la_session_ouverte_et_repond_401_quand_elle_est_finie()
    {
        await using var seule = await ApplicationEnMarche.DemarrerAsync();
        var compte = await seule.Comptes.AgentAsync(RoleCdg.Lecture);
        var page = await seule.OuvrirAsync("/compte", compte);
        for (var fois = 0; fois < 3; fois++)
        {
            seule.Horloge.Instant += TimeSpan.FromMinutes(50);
            Assert.Equal(204, await ProlongerAsync(page));
        }

        seule.Horloge.Instant += TimeSpan.FromMinutes(61);

        Assert.Equal(401, await ProlongerAsync(page));
    }

    [Fact]
    public async Task Un_compte_ferme_perd_sa_session_et_ne_se_reconnecte_pas()
    {
        var compte = await app.Comptes.MembreAsync(CollectiviteId.Nouveau());
        var page = await app.OuvrirAsync("/compte", compte);
        await app.Comptes.FermerAsync(compte);
        app.Oublier(compte);

        await page.GotoAsync("/compte");
        await ApplicationEnMarche.SeConnecterAsync(page, compte);

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(SeConnecter.Ferme);
    }

    [Fact]
    public async Task Trop_d_envois_d_une_meme_adresse_sont_refuses_par_une_phrase()
    {
        await using var seule = await ApplicationEnMarche.DemarrerAsync(b => b.Configuration["Comptes:EnvoisParMinute"] = "2");
        var compte = await seule.Comptes.AgentAsync(RoleCdg.Lecture);
        var page = await seule.OuvrirAsync("/compte/connexion");
        await ApplicationEnMarche.SeConnecterAsync(page, compte, "pas le bon du tout");
        await ApplicationEnMarche.SeConnecterAsync(page, compte, "pas le bon du tout");

        await ApplicationEnMarche.SeConnecterAsync(page, compte, "pas le bon du tout");

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Trop d'essais sont venus de votre réseau");
    }

    private static Task<int> ProlongerAsync(IPage page) =>
        page.EvaluateAsync<int>("() => fetch('/compte/prolonger', { method: 'POST' }).then(r => r.status)");
}
