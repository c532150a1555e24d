using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using CdgMarches.Tests.Outils;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CdgMarches.Tests.Recensements;

/// <summary>Ce qui peut arriver pendant une saisie : une autre personne, une session qui expire, une connexion coupée. Rien n'est perdu.</summary>
[Trait("niveau", "navigateur")]
public sealed class ParcoursDeLaSaisie : IAsyncLifetime
{
    private ApplicationEnMarche _app = null!;
    private BancDeRecensement _banc = null!;
    private ReponseId _reponse;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationEnMarche.DemarrerAsync();
        _banc = await BancDeRecensement.SurAsync(_app);
        _reponse = (await _banc.ReponseAsync(await _banc.OuvrirAsync(), 0)).Id;
    }

    public async ValueTask DisposeAsync()
    {
        await _banc.DisposeAsync();
        await _app.DisposeAsync();
    }

    private string Chemin => $"/recensements/reponses/{_reponse.Valeur}";

    [Fact]
    public async Task Deux_personnes_sur_la_meme_case_choisissent_et_rien_n_est_ecrase()
    {
        var membre = await OuvrirAsync(await MembreAsync());
        var agent = await OuvrirAsync(await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire));

        await TaperAsync(membre, "5");
        await Expect(membre.Locator("#etat-saisie")).ToContainTextAsync("Enregistré à");
        await TaperAsync(agent, "8");
        var conflit = agent.Locator("#conflits-saisie [data-conflit]");
        await Expect(conflit).ToContainTextAsync("vous avez tapé « 8 »");
        await Expect(conflit).ToContainTextAsync("a mis « 5 »");
        await Accessibilite.VerifierAsync(agent);
        Assert.Equal(5_000, await EstimeAsync());

        await conflit.GetByRole(AriaRole.Button, new() { Name = "Garder la mienne" }).ClickAsync();
        await Expect(conflit).ToHaveCountAsync(0);
        await Expect(agent.Locator(".en-attente")).ToHaveCountAsync(0);
        Assert.Equal(8_000, await EstimeAsync());

        await TaperAsync(membre, "6");
        await membre
            .Locator("#conflits-saisie")
            .GetByRole(AriaRole.Button, new() { NameRegex = new("Prendre celle d") })
            .ClickAsync();
        await Expect(Case(membre)).ToHaveValueAsync("8");
        Assert.Equal(8_000, await EstimeAsync());
    }

    [Fact]
    public async Task Une_session_expiree_pendant_la_saisie_ramene_a_la_meme_adresse_sans_rien_perdre()
    {
        var compte = await MembreAsync();
        var (membre, coupure) = await OuvrirCoupableAsync(compte);
        await TaperAsync(membre, "5");
        await Expect(membre.Locator("#etat-saisie")).ToContainTextAsync("Enregistré à");

        await coupure.CouperAsync();
        await TaperAsync(membre, "12");
        await Expect(membre.Locator("#etat-saisie")).ToContainTextAsync("Connexion interrompue");
        _app.Horloge.Instant = _app.Horloge.Instant.AddHours(3);
        await coupure.RetablirAsync();
        await membre.ReloadAsync();

        await Expect(membre.GetByRole(AriaRole.Button, new() { Name = "Se connecter" })).ToBeVisibleAsync();
        await Accessibilite.VerifierAsync(membre);
        await ApplicationEnMarche.SeConnecterAsync(membre, compte);

        await Expect(membre).ToHaveURLAsync(_app.Adresse + Chemin);
        await Expect(Case(membre)).ToHaveValueAsync("12");
        await Expect(membre.Locator("#etat-saisie")).ToContainTextAsync("Enregistré à");
        Assert.Equal(12_000, await EstimeAsync());
    }

    [Fact]
    public async Task Ce_qui_est_tape_pendant_une_coupure_part_au_retour_de_la_connexion()
    {
        var (membre, coupure) = await OuvrirCoupableAsync(await MembreAsync());

        await coupure.CouperAsync();
        await TaperAsync(membre, "7");
        await Expect(membre.Locator("#etat-saisie")).ToContainTextAsync("votre saisie est gardée ici");
        Assert.Null(await EstimeAsync());
        await coupure.RetablirAsync();

        await Expect(membre.Locator(".en-attente")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await Expect(Case(membre)).ToHaveValueAsync("7");
        Assert.Equal(7_000, await EstimeAsync());
    }

    [Fact]
    public async Task Une_saisie_absurde_est_refusee_sous_sa_case_et_reste_a_l_ecran_meme_apres_un_rechargement()
    {
        var membre = await OuvrirAsync(await MembreAsync());
        await TaperAsync(membre, "-3");
        var motif = membre.Locator("#ligne-1 .champ-erreur");
        await Expect(motif).ToContainTextAsync("négatif");
        await Expect(Case(membre)).ToHaveAttributeAsync("aria-invalid", "true");
        await Accessibilite.VerifierAsync(membre);
        Assert.Null(await EstimeAsync());

        await membre.ReloadAsync();
        await Expect(Case(membre)).ToHaveValueAsync("-3");
        await Expect(motif).ToContainTextAsync("négatif");

        await TaperAsync(membre, "3");
        await Expect(motif).ToHaveCountAsync(0);
        await Expect(membre.Locator(".en-attente")).ToHaveCountAsync(0);
        await Expect(membre.Locator("h1 ~ .statut").First).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("Brouillon"));
        Assert.Equal(3_000, await EstimeAsync());
    }

    private Task<CompteDEssai> MembreAsync() => _app.Comptes.MembreAsync(_banc.Membres[0].Id, RoleDeMembre.Signataire);

    private async Task<IPage> OuvrirAsync(CompteDEssai compte) => (await OuvrirCoupableAsync(compte)).Page;

    private async Task<(IPage Page, Coupure Coupure)> OuvrirCoupableAsync(CompteDEssai compte)
    {
        var page = await _app.OuvrirAsync(compte: compte);
        var coupure = await Coupure.PoserAsync(page);
        await page.GotoAsync(Chemin);
        page.Dialog += (_, dialogue) => _ = dialogue.AcceptAsync();
        await Expect(page.Locator("#etat-saisie")).ToHaveTextAsync("Saisie ouverte : tout est enregistré au fur et à mesure.");
        return (page, coupure);
    }

    private static ILocator Case(IPage page) => page.Locator($"#ligne-1 input[data-c='{(int)ChampDeReponse.Estime}']");

    private static async Task TaperAsync(IPage page, string valeur)
    {
        await Case(page).FillAsync(valeur);
        await page.Keyboard.PressAsync("Tab");
    }

    private async Task<long?> EstimeAsync() => (await _banc.LigneAsync(_reponse, 1))?.EstimeMilliemes;
}
