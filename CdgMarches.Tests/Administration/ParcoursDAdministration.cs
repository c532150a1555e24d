using System.Text.RegularExpressions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.Playwright;

namespace CdgMarches.Tests.Administration;

[Trait("niveau", "navigateur")]
[Collection(ApplicationEnMarche.Collection)]
public sealed class ParcoursDAdministration(ApplicationEnMarche app)
{
    private const string Nouveau = "sept hérons au bord du canal";

    [Fact]
    public async Task De_l_invitation_a_la_premiere_connexion()
    {
        var administrateur = await app.Comptes.AgentAsync(RoleCdg.Administrateur);
        var courriel = $"invitee{Guid.NewGuid():N}@cdg.example";
        var page = await app.OuvrirAsync("/administration", administrateur);
        await page.GetByRole(AriaRole.Link, new() { Name = "Nouveau compte" }).First.ClickAsync();
        await page.GetByLabel("Nom de la personne").FillAsync("Zoé Vanhoutte");
        await page.GetByLabel("Courriel").FillAsync(courriel);
        await page.GetByLabel("Cette personne est")
            .SelectOptionAsync(new SelectOptionValue { Label = "Agent du centre de gestion" });
        await page.GetByLabel("Finances", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Créer et inviter" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Zoé Vanhoutte");
        await Assertions.Expect(page.Locator(".statut", new() { HasText = "Invité" }).First).ToBeVisibleAsync();

        var lien = Regex.Match(Assert.Single(await app.CourrielsAsync(courriel)), @"http\S+").Value;
        var invitee = await app.OuvrirAsync(lien);
        await invitee.GetByLabel("Nouveau mot de passe").FillAsync(Nouveau);
        await invitee.GetByLabel("Le même, encore une fois").FillAsync(Nouveau);
        await invitee.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le mot de passe" }).ClickAsync();
        var compte = new CompteDEssai(Guid.Empty, "zoe.vanhoutte", "Zoé Vanhoutte", courriel);
        await ApplicationEnMarche.SeConnecterAsync(invitee, compte, Nouveau);
        await invitee.GotoAsync("/compte");

        await Assertions.Expect(invitee.GetByText("Finances", new() { Exact = false }).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Un_compte_ferme_perd_son_circuit_sans_recharger()
    {
        var administrateur = await app.Comptes.AgentAsync(RoleCdg.Administrateur);
        var compte = await app.Comptes.AgentAsync(RoleCdg.Lecture);
        var ouverte = await app.OuvrirAsync("/collectivites", compte);
        await Assertions.Expect(ouverte.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Collectivités");
        var page = await app.OuvrirAsync($"/administration/comptes/{compte.Id}", administrateur);
        await page.GetByText("Autres actions").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Fermer le compte" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Motif").FillAsync("Départ de l'agent");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Fermer le compte" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Le compte est fermé.").First).ToBeVisibleAsync();

        await Assertions.Expect(ouverte).ToHaveURLAsync(new Regex("/compte/connexion"), new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task Qui_tient_sa_collectivite_y_ajoute_un_utilisateur()
    {
        var commune = Exemples.UneCommune($"Commune {Guid.NewGuid():N}");
        await app.Base.SemerAsync(commune);
        var gerant = await app.Comptes.MembreAsync(commune.Id, administrateur: true);
        var page = await app.OuvrirAsync("/espace/utilisateurs", gerant);
        await page.GetByRole(AriaRole.Link, new() { Name = "Nouvel utilisateur" }).First.ClickAsync();
        await page.GetByLabel("Nom de la personne").FillAsync("Noé Delattre");
        await page.GetByLabel("Courriel").FillAsync("noe@mairie.example");
        await page.GetByLabel("Il ou elle y est").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Créer et inviter" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Noé Delattre");
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = commune.Nom }).First).ToBeVisibleAsync();
    }
}
