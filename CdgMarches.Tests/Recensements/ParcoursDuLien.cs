using System.Text.RegularExpressions;
using CdgMarches.Domain.Recensements;
using CdgMarches.Tests.Outils;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CdgMarches.Tests.Recensements;

/// <summary>La maire valide depuis son téléphone, sans compte, par un lien personnel qui ne sert qu'une fois.</summary>
[Trait("niveau", "navigateur")]
public sealed partial class ParcoursDuLien : IAsyncLifetime
{
    private const string Boite = "aude.vasseur@membre1.example";
    private ApplicationEnMarche _app = null!;
    private BancDeRecensement _banc = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationEnMarche.DemarrerAsync();
        _banc = await BancDeRecensement.SurAsync(_app);
    }

    public async ValueTask DisposeAsync()
    {
        await _banc.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Le_lien_envoye_par_la_secretaire_se_lit_et_se_confirme_sur_un_petit_ecran()
    {
        var campagne = await _banc.OuvrirAsync();
        var reponse = await _banc.ReponseAsync(campagne, 0);
        await _banc.SaisirAsync(_banc.Membre(0), reponse.Id, 1, 1, 2, 3);
        var secretaire = await _app.OuvrirAsync(
            $"/recensements/{campagne.Valeur}/membres/{_banc.Membres[0].Id.Valeur}",
            await _app.Comptes.MembreAsync(_banc.Membres[0].Id)
        );
        await secretaire.GetByText("Faire valider par l'exécutif sans compte").ClickAsync();
        await secretaire.Locator("#lien-nom").FillAsync("Aude Vasseur");
        await secretaire.Locator("#lien-courriel").FillAsync(Boite);
        await secretaire.GetByRole(AriaRole.Button, new() { Name = "Envoyer le lien de validation" }).ClickAsync();
        await Expect(secretaire.Locator(".message.ton-positif").First).ToBeVisibleAsync();
        var lien = Lien().Match(Assert.Single(await _app.CourrielsAsync(Boite))).Value;

        var telephone = await _app.OuvrirAsync(
            options: new()
            {
                ViewportSize = new() { Width = 360, Height = 640 },
                IsMobile = true,
                HasTouch = true,
            }
        );
        await telephone.GotoAsync(lien);
        await Expect(telephone.GetByText("Papier A4")).ToBeVisibleAsync();
        await LisibleAsync(telephone);
        Assert.Equal(EtatDeReponse.Brouillon, (await _banc.ReponseAsync(campagne, 0)).Etat);

        await telephone.Locator("#qualite").FillAsync("Maire");
        await telephone.GetByRole(AriaRole.Button, new() { Name = "Je valide ces besoins" }).TapAsync();
        await Expect(telephone.GetByRole(AriaRole.Heading, new() { Name = "Merci, c'est validé" })).ToBeVisibleAsync();
        await LisibleAsync(telephone);
        var validee = await _banc.ReponseAsync(campagne, 0);
        Assert.Equal(
            (EtatDeReponse.Validee, "Aude Vasseur", "Maire", ModeDeValidation.Lien),
            (validee.Etat, validee.ReponduePar, validee.QualiteDuValidateur, validee.Mode)
        );

        await telephone.GotoAsync(lien);
        await Expect(telephone.GetByRole(AriaRole.Button, new() { Name = "Je valide ces besoins" })).ToHaveCountAsync(0);
        await LisibleAsync(telephone);
    }

    private static async Task LisibleAsync(IPage page)
    {
        await Accessibilite.SansDefilementHorizontalAsync(page);
        await Accessibilite.VerifierAsync(page);
    }

    [GeneratedRegex(@"https?://\S+/validation/\S+")]
    private static partial Regex Lien();
}
