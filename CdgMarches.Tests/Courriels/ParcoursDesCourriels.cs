using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace CdgMarches.Tests.Courriels;

[Trait("niveau", "navigateur")]
public sealed class ParcoursDesCourriels : IAsyncLifetime
{
    private ApplicationEnMarche _app = null!;
    private Echantillons _e = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationEnMarche.DemarrerAsync();
        _e = await Echantillons.PreparerAsync(_app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Un_gestionnaire_voit_les_relances_a_blanc_les_envoie_puis_les_retrouve_au_journal()
    {
        var page = await _app.OuvrirAsync("/relances", await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire));
        await Voir(page.GetByText("1 courriel partirait, 1 lettre à imprimer."));
        await page.GetByRole(AriaRole.Button, new() { Name = "Relancer maintenant" }).ClickAsync();
        await Voir(page.Locator("[data-test=apercu-de-l-envoi]").GetByText("Recensement commun", new() { Exact = false }));
        await Voir(
            page.Locator("[data-test=compte-de-l-envoi]")
                .GetByText("1 courriel sera mis en file ; 1 membre", new() { Exact = false })
        );
        await Accessibilite.VerifierAsync(page);
        await page.GetByRole(AriaRole.Dialog)
            .GetByRole(AriaRole.Button, new() { Name = "Mettre en file 1 courriel" })
            .ClickAsync();
        await Voir(page.GetByText("1 courriel mis en file, 1 lettre à imprimer."));
        await Voir(page.GetByText("Personne n'est à relancer aujourd'hui"));
        await Accessibilite.VerifierAsync(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Lettres à produire" }).ClickAsync();
        await Voir(page.GetByRole(AriaRole.Rowheader, new() { Name = "Aubépine" }));
        await Accessibilite.VerifierAsync(page);

        await page.GotoAsync("/courriels");
        await page.GetByRole(AriaRole.Link, new() { Name = "Recensement des besoins : votre réponse est attendue" }).ClickAsync();
        await Voir(page.GetByRole(AriaRole.Heading, new() { Name = "Ce qu'il est devenu" }));
        await Accessibilite.VerifierAsync(page);
        await page.GotoAsync("/courriels?etat=Revenu");
        await Voir(page.GetByText("Aucun résultat").First);
        await Accessibilite.VerifierAsync(page);
    }

    [Fact]
    public async Task Un_recommande_se_suit_de_l_enregistrement_a_la_notification()
    {
        var page = await _app.OuvrirAsync("/courriels/registre/nouveau", await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire));
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer au registre" }).ClickAsync();
        await Voir(page.Locator("[data-test=erreurs]").GetByText("Donnez l'objet du courrier", new() { Exact = false }));
        await Accessibilite.VerifierAsync(page);

        await page.GetByLabel("Objet").FillAsync("Dénonciation de la convention");
        await page.Locator("#nom-1").FillAsync("Commune d'essai");
        await page.Locator("#adresse-1").FillAsync("1 place de la Mairie\n62000 ARRAS");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer au registre" }).ClickAsync();
        await Voir(page.GetByRole(AriaRole.Heading, new() { Name = "CR-2026-0001 — Dénonciation de la convention" }));
        await page.Locator("#accuse-1").FillAsync("1A 200 300 4001 1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Noter l'envoi" }).ClickAsync();
        await Voir(page.GetByText("L'envoi est noté."));

        await page.GetByRole(AriaRole.Button, new() { Name = "Noter le suivi de la commune d'essai" }).ClickAsync();
        await page.GetByLabel("Ce que le pli est devenu").SelectOptionAsync(new SelectOptionValue { Label = "Non réclamé" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le suivi" }).ClickAsync();
        await Voir(page.Locator("[data-test=erreurs]").GetByText("c'est elle qui vaut notification", new() { Exact = false }));
        await Accessibilite.VerifierAsync(page);
        await page.GetByLabel("Première présentation").FillAsync("2026-03-10");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le suivi" }).ClickAsync();
        await Voir(page.GetByText("Le suivi est enregistré."));
        await Voir(page.Locator("dl.fiche strong").GetByText("10/03/2026"));
        await Accessibilite.VerifierAsync(page);
    }

    [Fact]
    public async Task L_echeancier_se_lit_en_liste_en_mois_et_dans_l_agenda()
    {
        var page = await _app.OuvrirAsync("/echeancier", await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire));
        await Voir(page.GetByRole(AriaRole.Link, new() { Name = "Clôture du recensement CAMP-2027-001" }));
        await Voir(page.GetByText("dans 20 jours").First);
        await Accessibilite.VerifierAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Mois", Exact = true }).ClickAsync();
        await Voir(page.GetByRole(AriaRole.Heading, new() { Name = "Échéancier de mars 2026" }));
        await Voir(page.GetByRole(AriaRole.Link, new() { Name = "Clôture du recensement CAMP-2027-001" }));
        await Accessibilite.VerifierAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Mois suivant" }).ClickAsync();
        await Voir(page.GetByText("Aucune échéance ce mois-ci."));
        await Accessibilite.VerifierAsync(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Mon calendrier" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Créer mon adresse" }).ClickAsync();
        var flux = page.Locator("[data-test=flux]");
        await Voir(flux);
        await Accessibilite.VerifierAsync(page);
        var adresse = new Uri(await flux.InputValueAsync()).AbsolutePath;
        using var client = await _app.ClientAsync();
        Assert.Contains(
            "BEGIN:VEVENT",
            await client.GetStringAsync(new Uri(adresse, UriKind.Relative)),
            StringComparison.Ordinal
        );
        await page.GetByRole(AriaRole.Button, new() { Name = "Retirer mon adresse" }).ClickAsync();
        await Voir(page.GetByText("Votre adresse est retirée"));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await client.GetAsync(new Uri(adresse, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Un_membre_lit_une_information_sur_son_telephone_et_le_dit()
    {
        var telephone = new BrowserNewContextOptions
        {
            ViewportSize = new() { Width = 360, Height = 740 },
        };
        var page = await _app.OuvrirAsync("/espace/transmissions", await _app.Comptes.MembreAsync(_e.Autre.Id), telephone);
        await Accessibilite.VerifierAsync(page);
        await Accessibilite.SansDefilementHorizontalAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = $"Avis {Echantillons.MarqueDuGroupement}" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "J'ai lu" }).ClickAsync();
        await Voir(page.GetByText("Merci : le coordonnateur sait que vous l'avez lue."));
        await Accessibilite.VerifierAsync(page);
        await Accessibilite.SansDefilementHorizontalAsync(page);
        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        Assert.NotNull(
            await contexte.MembresInformes.Where(m => m.Collectivite == _e.Autre.Id).Select(m => m.LuLe).SingleAsync()
        );
    }

    [Fact]
    public async Task Une_transmission_montre_a_qui_elle_part_avant_de_partir()
    {
        var page = await _app.OuvrirAsync("/transmissions/nouvelle", await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire));
        await page.GetByRole(AriaRole.Button, new() { Name = "Préparer la transmission" }).ClickAsync();
        await Voir(page.Locator("[data-test=erreurs]").GetByText("Choisissez le groupement."));
        await Accessibilite.VerifierAsync(page);
        await page.GetByLabel("Groupement").SelectOptionAsync(new SelectOptionValue { Label = "Groupement commun" });
        await page.GetByLabel("Objet").FillAsync("Nouveau contact");
        await page.GetByLabel("Ce que les membres doivent savoir").FillAsync("Voici le contact.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Préparer la transmission" }).ClickAsync();
        await Voir(page.GetByText("1 courriel à 1 membre", new() { Exact = false }));
        await Accessibilite.VerifierAsync(page);
        var coche = page.GetByRole(AriaRole.Checkbox, new() { Name = $"Sélectionner {_e.Autre.Nom}" });
        await Assertions.Expect(coche).ToBeCheckedAsync();
        await coche.UncheckAsync();
        await Voir(page.GetByText("Cochez au moins un membre."));
        await Voir(page.GetByText("0 courriel à 0 membre", new() { Exact = false }));
        await coche.CheckAsync();
        await Voir(page.GetByLabel("Aperçu du courriel"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Transmettre aux membres" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Transmettre à 1 membre" }).ClickAsync();
        await Voir(page.GetByText("La transmission est faite"));
        await Voir(page.GetByRole(AriaRole.Heading, new() { Name = "Membres informés" }));
        await Accessibilite.VerifierAsync(page);

        await page.GotoAsync("/courriels/modeles/transmission.membres");
        await page.GetByLabel("Objet").FillAsync("{{objets}}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer", Exact = true }).ClickAsync();
        await Voir(page.GetByText("Vouliez-vous écrire {{objet}}", new() { Exact = false }).First);
        await Accessibilite.VerifierAsync(page);
    }

    [Fact]
    public async Task Un_administrateur_voit_les_taches_et_en_execute_une()
    {
        var page = await _app.OuvrirAsync("/administration/taches", await _app.Comptes.AgentAsync(RoleCdg.Administrateur));
        await page.GetByRole(AriaRole.Button, new() { Name = "Exécuter : Relances des recensements" }).ClickAsync();
        await Voir(page.GetByText("Les relances automatiques ne sont pas activées").First);
        await Accessibilite.VerifierAsync(page);
    }

    private static Task Voir(ILocator element) => Assertions.Expect(element).ToBeVisibleAsync();
}
