using System.Text.RegularExpressions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Sessions;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace CdgMarches.Tests.Sessions;

/// <summary>Une session de présentation, de l'invitation à la présence relevée ; le membre s'inscrit sans compte, au téléphone.</summary>
[Trait("niveau", "navigateur")]
public sealed partial class ParcoursDUneSession : IAsyncLifetime
{
    private ApplicationEnMarche _app = null!;

    public async ValueTask InitializeAsync() => _app = await ApplicationEnMarche.DemarrerAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Un_membre_invite_s_inscrit_par_son_lien_et_sa_presence_se_releve()
    {
        var arras = Groupements.Exemples.UneCommune("Arras");
        var groupement = Groupements.Exemples.UnGroupement(arras.Id);
        var session = SessionDePresentation.Programmer(
            groupement.Id,
            new SaisieDeSession(
                "Parapheurs électroniques",
                Horloges.Jour,
                new TimeOnly(14, 0),
                new TimeOnly(16, 0),
                "Bruay-la-Buissière",
                "Prestataire A\nPrestataire B",
                null
            )
        );
        await _app.Base.SemerAsync(arras, groupement);
        await _app.Base.SemerAsync(Groupements.Exemples.UneAdhesion(groupement, arras.Id), session);
        await _app.Comptes.MembreAsync(arras.Id, courriel: "referent@arras.example");
        var cdg = await _app.OuvrirAsync($"/sessions/{session.Id.Valeur}", await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire));
        await cdg.GetByRole(AriaRole.Button, new() { Name = "Inviter les membres" }).ClickAsync();
        await cdg.GetByRole(AriaRole.Button, new() { Name = "Inviter", Exact = true }).ClickAsync();
        await Assertions.Expect(cdg.GetByText("1 invitation est mise en file")).ToBeVisibleAsync();
        await Accessibilite.VerifierAsync(cdg);

        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        var envoi = await contexte.EnvoisDeCourriel.SingleAsync(e => e.Destinataire == "referent@arras.example");
        Assert.Contains("BEGIN:VCALENDAR", envoi.Ics, StringComparison.Ordinal);
        var telephone = await _app.OuvrirAsync(
            Lien().Match(envoi.Texte).Value,
            options: new()
            {
                ViewportSize = new() { Width = 360, Height = 740 },
            }
        );
        await Assertions.Expect(telephone.GetByText("Prestataire B")).ToBeVisibleAsync();
        await Accessibilite.VerifierAsync(telephone);
        await Accessibilite.SansDefilementHorizontalAsync(telephone);
        await telephone.Locator("#personne").FillAsync("Aude Vasseur");
        await telephone.GetByRole(AriaRole.Button, new() { Name = "Inscrire cette personne" }).ClickAsync();
        await Assertions
            .Expect(telephone.GetByText("L'inscription d'Aude Vasseur est enregistrée pour Arras"))
            .ToBeVisibleAsync();
        await telephone.Locator("#personne").FillAsync("Un collègue");
        await telephone.GetByRole(AriaRole.Button, new() { Name = "Inscrire cette personne" }).ClickAsync();
        await telephone.GetByRole(AriaRole.Link, new() { Name = "Changer ou annuler l'inscription d'Un collègue" }).ClickAsync();
        await Accessibilite.VerifierAsync(telephone);
        await Accessibilite.SansDefilementHorizontalAsync(telephone);
        await telephone.Locator("#change-personne").FillAsync("Claude Marchand");
        await telephone.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le changement" }).ClickAsync();
        await Assertions.Expect(telephone.GetByText("Claude Marchand viendra pour Arras")).ToBeVisibleAsync();
        await telephone
            .GetByRole(AriaRole.Link, new() { Name = "Changer ou annuler l'inscription de Claude Marchand" })
            .ClickAsync();
        await telephone.GetByRole(AriaRole.Button, new() { Name = "Annuler l'inscription de Claude Marchand" }).ClickAsync();
        await Assertions.Expect(telephone.GetByText("L'inscription est annulée")).ToBeVisibleAsync();

        await cdg.ReloadAsync();
        await cdg.GetByRole(AriaRole.Button, new() { Name = "Aude Vasseur présente" }).ClickAsync();
        await Assertions.Expect(cdg.GetByText("La présence est relevée.")).ToBeVisibleAsync();
        await Assertions.Expect(cdg.GetByText("1 collectivité présente sur 1 inscrite")).ToBeVisibleAsync();
    }

    [GeneratedRegex("/sessions/inscription/\\S+")]
    private static partial Regex Lien();
}
