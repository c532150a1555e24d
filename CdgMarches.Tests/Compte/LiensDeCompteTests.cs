using System.Text.RegularExpressions;
using CdgMarches.App.Compte;
using CdgMarches.App.Socle;
using CdgMarches.Database.Comptes;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CdgMarches.Tests.Compte;

[Trait("niveau", "navigateur")]
[Collection(ApplicationEnMarche.Collection)]
public sealed partial class LiensDeCompteTests(ApplicationEnMarche app)
{
    private const string Reponse = "Si un compte correspond";
    private const string Nouveau = "sept hérons au bord du canal";

    [Fact]
    public async Task Un_membre_se_connecte_par_un_lien_qui_ne_sert_qu_une_fois()
    {
        var compte = await app.Comptes.MembreAsync(CollectiviteId.Nouveau());
        var page = await app.OuvrirAsync("/compte/lien");
        await DemanderAsync(page, compte.Identifiant);
        var courriel = Assert.Single(await app.CourrielsAsync(compte.Courriel));
        Assert.Contains(compte.Nom, courriel, StringComparison.Ordinal);
        var lien = Lien(courriel);

        // Un analyseur de courriels ouvre le lien, plusieurs fois : il reste bon.
        using var analyseur = await app.ClientAsync();
        for (var fois = 0; fois < 3; fois++)
        {
            Assert.Contains("Me connecter", await analyseur.GetStringAsync(new Uri(lien)), StringComparison.Ordinal);
        }

        await page.GotoAsync(lien);
        await page.GetByRole(AriaRole.Button, new() { Name = "Me connecter" }).ClickAsync();
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("/compte/lien"));
        await page.GotoAsync("/compte");
        await Assertions.Expect(page.GetByText(compte.Nom)).ToBeVisibleAsync();

        var autre = await app.OuvrirAsync(lien);
        await Assertions.Expect(autre.GetByRole(AriaRole.Alert)).ToContainTextAsync(LireLien.PlusValable);
    }

    [Fact]
    public async Task Le_CDG_reecrit_le_courriel_d_un_compte_mais_ne_peut_pas_en_retirer_le_lien()
    {
        await using var seule = await ApplicationEnMarche.DemarrerAsync();
        var modele = await seule.OuvrirAsync(
            "/courriels/modeles/compte.connexion",
            await seule.Comptes.AgentAsync(RoleCdg.Gestionnaire)
        );
        await modele.GetByRole(AriaRole.Textbox, new() { Name = "Texte" }).FillAsync("Entrez sans frapper, {{identifiant}}.");
        await modele.GetByRole(AriaRole.Button, new() { Name = "Enregistrer", Exact = true }).ClickAsync();
        await Assertions.Expect(modele.GetByText("Ce courriel ne sert à rien sans {{lien}}").First).ToBeVisibleAsync();

        await modele
            .GetByRole(AriaRole.Textbox, new() { Name = "Texte" })
            .FillAsync("Entrez sans frapper, {{identifiant}} : {{lien}}");
        await modele.GetByRole(AriaRole.Button, new() { Name = "Enregistrer", Exact = true }).ClickAsync();
        await Assertions.Expect(modele.GetByText("les prochains courriels le suivront")).ToBeVisibleAsync();
        var compte = await seule.Comptes.MembreAsync(CollectiviteId.Nouveau());
        var page = await seule.OuvrirAsync("/compte/lien");
        await DemanderAsync(page, compte.Identifiant);

        var courriel = Assert.Single(await seule.CourrielsAsync(compte.Courriel));
        Assert.Contains($"Entrez sans frapper, {compte.Identifiant}", courriel, StringComparison.Ordinal);
        await page.GotoAsync(Lien(courriel));
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Me connecter" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Un_lien_de_connexion_expire_apres_quinze_minutes()
    {
        await using var seule = await ApplicationEnMarche.DemarrerAsync();
        var compte = await seule.Comptes.MembreAsync(CollectiviteId.Nouveau());
        var page = await seule.OuvrirAsync("/compte/lien");
        await DemanderAsync(page, compte.Identifiant);
        var lien = Lien(Assert.Single(await seule.CourrielsAsync(compte.Courriel)));
        await page.GotoAsync(lien);
        seule.Horloge.Instant += TimeSpan.FromMinutes(15);

        await page.GetByRole(AriaRole.Button, new() { Name = "Me connecter" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(LireLien.PlusValable);
    }

    [Fact]
    public async Task Deux_confirmations_simultanees_n_ouvrent_qu_une_session()
    {
        var compte = await app.Comptes.MembreAsync(CollectiviteId.Nouveau());
        var (lien, jeton) = LienDeCompte.Creer(compte.Id, UsageDeLien.Connexion, app.Horloge.Instant);
        await using (var contexte = await app.Fabrique.CreateDbContextAsync())
        {
            contexte.Add(lien);
            await contexte.SaveChangesAsync();
        }

        var reussites = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ConsommerAsync(jeton)));

        Assert.Equal(1, reussites.Count(r => r));
    }

    [Fact]
    public async Task Un_agent_du_cdg_ne_recoit_pas_de_lien_de_connexion()
    {
        var compte = await app.Comptes.AgentAsync(RoleCdg.Gestionnaire);
        var page = await app.OuvrirAsync("/compte/lien");

        await DemanderAsync(page, compte.Identifiant);

        var courriel = Assert.Single(await app.CourrielsAsync(compte.Courriel));
        Assert.DoesNotContain("http", courriel, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mot_de_passe_oublie_repond_pareil_que_le_compte_existe_ou_non()
    {
        var compte = await app.Comptes.AgentAsync(RoleCdg.Lecture);
        var connu = await app.OuvrirAsync("/compte/mot-de-passe-oublie");
        var inconnu = await app.OuvrirAsync("/compte/mot-de-passe-oublie");

        await DemanderAsync(connu, compte.Identifiant);
        await DemanderAsync(inconnu, "personne.inconnue");

        Assert.Equal(await connu.Locator("main").InnerTextAsync(), await inconnu.Locator("main").InnerTextAsync());
    }

    [Fact]
    public async Task Mot_de_passe_oublie_en_fait_choisir_un_autre_et_perime_les_sessions_ouvertes()
    {
        var compte = await app.Comptes.AgentAsync(RoleCdg.Lecture);
        var ancienne = await app.OuvrirAsync("/compte", compte);
        var page = await app.OuvrirAsync("/compte/mot-de-passe-oublie");
        await DemanderAsync(page, compte.Identifiant);
        await page.GotoAsync(Lien(Assert.Single(await app.CourrielsAsync(compte.Courriel))));

        await ChoisirAsync(page, "motdepasse123");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("parmi les plus courants");
        await ChoisirAsync(page, Nouveau);
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Votre mot de passe est enregistré");
        await ApplicationEnMarche.SeConnecterAsync(page, compte, Nouveau);
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("/compte/connexion"));

        await ancienne.GotoAsync("/compte");
        await Assertions.Expect(ancienne.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Se connecter");
    }

    [Fact]
    public async Task Une_boite_partagee_recoit_un_message_par_personne_qui_la_nomme()
    {
        var boite = $"mairie{Guid.NewGuid():N}@essai.example";
        var une = await app.Comptes.MembreAsync(CollectiviteId.Nouveau(), courriel: boite);
        var autre = await app.Comptes.MembreAsync(CollectiviteId.Nouveau(), courriel: boite);
        var page = await app.OuvrirAsync("/compte/mot-de-passe-oublie");

        await DemanderAsync(page, boite);

        var courriels = await app.CourrielsAsync(boite);
        Assert.Equal(2, courriels.Count);
        Assert.Contains(courriels, c => c.Contains(une.Nom, StringComparison.Ordinal));
        Assert.Contains(courriels, c => c.Contains(autre.Nom, StringComparison.Ordinal));
        Assert.NotEqual(Lien(courriels[0]), Lien(courriels[1]));
    }

    [Fact]
    public async Task Une_boite_ne_recoit_pas_plus_de_cinq_messages_par_heure()
    {
        var compte = await app.Comptes.MembreAsync(CollectiviteId.Nouveau());
        await using var portee = app.Services.CreateAsyncScope();
        var demander = portee.ServiceProvider.GetRequiredService<DemanderUnLien>();
        for (var fois = 0; fois < 8; fois++)
        {
            await demander.ExecuterAsync(compte.Identifiant, UsageDeLien.Connexion);
        }

        Assert.Equal(5, (await app.CourrielsAsync(compte.Courriel)).Count);
    }

    [Fact]
    public async Task Un_administrateur_ne_choisit_pas_moins_de_seize_caracteres()
    {
        var compte = await app.Comptes.AgentAsync(RoleCdg.Administrateur);
        var page = await app.OuvrirAsync("/compte", compte);
        await page.GetByLabel("Mot de passe actuel").FillAsync(ComptesDEssai.MotDePasse);
        await page.GetByLabel("Nouveau mot de passe").FillAsync("canal-moulin-7");
        await page.GetByLabel("Le même, encore une fois").FillAsync("canal-moulin-7");

        await page.GetByRole(AriaRole.Button, new() { Name = "Changer le mot de passe" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("au moins 16 caractères");
    }

    [Fact]
    public async Task Changer_de_mot_de_passe_garde_cette_session_et_ferme_les_autres()
    {
        var compte = await app.Comptes.MembreAsync(CollectiviteId.Nouveau());
        var autre = await app.OuvrirAsync("/compte", compte);
        var page = await app.OuvrirAsync("/compte", compte);
        await page.GetByLabel("Mot de passe actuel").FillAsync(ComptesDEssai.MotDePasse);
        await page.GetByLabel("Nouveau mot de passe").FillAsync(Nouveau);
        await page.GetByLabel("Le même, encore une fois").FillAsync(Nouveau);
        await page.GetByRole(AriaRole.Button, new() { Name = "Changer le mot de passe" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Votre mot de passe est changé.");

        await page.GotoAsync("/compte");
        await autre.GotoAsync("/compte");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Mon compte");
        await Assertions.Expect(autre.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Se connecter");
    }

    [Fact]
    public async Task Hors_developpement_sans_adresse_publique_aucun_lien_ne_part_et_la_page_le_dit()
    {
        await using var seule = await ApplicationEnMarche.DemarrerAsync(environnement: "Production");
        var page = await seule.OuvrirAsync("/compte/mot-de-passe-oublie");

        await page.GetByLabel("Identifiant ou courriel").FillAsync("quelqu.un");
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer le lien" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("AdressePublique");
    }

    private static async Task DemanderAsync(IPage page, string compte)
    {
        await page.GetByLabel("Identifiant ou courriel").FillAsync(compte);
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer le lien" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(Reponse);
    }

    private static async Task ChoisirAsync(IPage page, string motDePasse)
    {
        await page.GetByLabel("Nouveau mot de passe").FillAsync(motDePasse);
        await page.GetByLabel("Le même, encore une fois").FillAsync(motDePasse);
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le mot de passe" }).ClickAsync();
    }

    private async Task<bool> ConsommerAsync(string jeton)
    {
        await using var contexte = await app.Fabrique.CreateDbContextAsync();
        return await LireLien.ConsommerAsync(contexte, jeton, app.Services.GetRequiredService<HorlogeLegale>().Maintenant);
    }

    private static string Lien(string courriel) => Adresse().Match(courriel).Value;

    [GeneratedRegex(@"http\S+")]
    private static partial Regex Adresse();
}
