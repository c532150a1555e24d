using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.Playwright;

namespace CdgMarches.Tests.Courriels;

/// <summary>« Transmettre aux membres » se propose depuis chaque objet, avec son groupement et son objet déjà remplis.</summary>
[Trait("niveau", "navigateur")]
public sealed class TransmettreDePartoutTests : IAsyncLifetime
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
    public async Task Chaque_objet_propose_de_transmettre_et_le_formulaire_vient_rempli()
    {
        var reserve = $"/groupements/{_e.Reserve.Id.Valeur}";
        var litige = Litige.Declarer(_e.Reserve.Id, NatureDeLitige.Titulaire, _e.Autre.Id, "Titulaire", "Retard", Horloges.Jour);
        await _app.Base.SemerAsync(litige);
        (string Adresse, string Type)[] objets =
        [
            ($"/groupements/{_e.Reserve.Id.Valeur}", "Groupement"),
            ($"/groupements/{_e.Reserve.Id.Valeur}/convention", "Groupement"),
            ($"/procedures/{_e.Procedure.Id.Valeur}", "Procedure"),
            ($"/marches/{_e.Marche.Id.Valeur}", "Marche"),
            ($"/commissions/seances/{_e.Seance.Id.Valeur}", "Seance"),
            ($"/commissions/{_e.Commission.Id.Valeur}", "Commission"),
            ($"/recensements/{_e.CampagneCommune.Valeur}", "Campagne"),
            ($"/conventions/{_e.Convention.Id.Valeur}", "ConventionDAcces"),
            ($"{reserve}/suivi/litiges/{litige.Id.Valeur}", "Litige"),
            ($"{reserve}/avenants/{_e.AvenantReserve.Id.Valeur}", "AvenantDeConvention"),
            ($"{reserve}/retraits/{_e.RetraitReserve.Id.Valeur}", "DossierDeRetrait"),
            ($"{reserve}/adhesions/{_e.DossierReserve.Id.Valeur}", "DossierDAdhesion"),
            ($"{reserve}/membres/{_e.AdhesionReservee.Id.Valeur}", "Adhesion"),
            ($"/contributions/campagnes/{_e.Contributions.Campagne.Id.Valeur}", "CampagneDAppel"),
            ($"/contributions/grilles/{_e.Contributions.Grille.Id.Valeur}", "Grille"),
            ($"/sessions/{_e.Session.Id.Valeur}", "SessionDePresentation"),
            ($"/collectivites/{_e.Autre.Id.Valeur}", "Collectivite"),
            ($"/conventions/assistance/{_e.Assistance.Id.Valeur}", "DemandeDAssistance"),
            ($"/conventions/litiges/{_e.Litige.Id.Valeur}", "LitigeDAcces"),
            ($"/courriels/registre/{_e.Courrier.Valeur}", "Courrier"),
        ];
        var page = await _app.OuvrirAsync("/", await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire));
        foreach (var (adresse, type) in objets)
        {
            await page.GotoAsync(adresse);
            var bouton = page.Locator("[data-test=transmettre]").First;
            await bouton.WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = 60_000 });
            var lien = await bouton.GetAttributeAsync("href");
            Assert.Contains($"type={type}&id=", $"{lien}", StringComparison.Ordinal);
            Assert.True(await page.Locator("header [data-test=transmettre]").CountAsync() < 2, adresse);
        }

        await page.GotoAsync($"/recensements/{_e.CampagneCommune.Valeur}");
        await page.GetByText("Autres actions").ClickAsync();
        await page.Locator("[data-test=transmettre]").First.ClickAsync();
        await Assertions.Expect(page.GetByLabel("Objet")).ToHaveValueAsync("Recensement commun", new() { Timeout = 60_000 });
        await Assertions.Expect(page.GetByLabel("Groupement").Locator("option:checked")).ToHaveTextAsync(_e.Commun.Nom);
        await Accessibilite.VerifierAsync(page);
    }

    [Fact]
    public async Task Un_document_produit_se_joint_de_lui_meme_et_un_lecteur_ne_transmet_rien()
    {
        var page = await _app.OuvrirAsync("/documents/produits", await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire));
        await page.Locator("[data-test=transmettre]").First.ClickAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(page.GetByText("Joint :", new() { Exact = false })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(page.GetByLabel("Nature").Locator("option:checked")).ToHaveTextAsync("Document");

        var lecteur = await _app.OuvrirAsync("/documents/produits", await _app.Comptes.AgentAsync(RoleCdg.Lecture));
        await Assertions
            .Expect(lecteur.GetByRole(AriaRole.Link, new() { NameRegex = new("^Imprimer") }).First)
            .ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(lecteur.Locator("[data-test=transmettre]")).ToHaveCountAsync(0);
    }
}
