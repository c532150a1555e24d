using System.Text.RegularExpressions;
using CdgMarches.App.Administration;
using CdgMarches.App.Compte;
using CdgMarches.App.Recensements;
using CdgMarches.App.Socle;
using CdgMarches.Database.Comptes;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CdgMarches.Tests.Socle;

/// <summary>axe sur chaque page de l'application : pleine, vide ou introuvable, et en erreur. Les pages se découvrent seules.</summary>
/// <remarks>Ce que voit un membre, ou une personne sans compte, doit aussi tenir en 360 pixels de large.</remarks>
[Trait("niveau", "navigateur")]
public sealed partial class AccessibiliteDesPagesTests : IAsyncLifetime
{
    private const string Membre = "/espace";
    private static readonly ViewportSize Telephone = new() { Width = 360, Height = 740 };
    private readonly List<string> _fautes = [];
    private ApplicationEnMarche _app = null!;

    public async ValueTask InitializeAsync() => _app = await ApplicationEnMarche.DemarrerAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Les_pages_du_CDG_pleines_puis_en_erreur()
    {
        var echantillons = await Echantillons.PreparerAsync(_app);
        var page = await OuvrirAsync(await AgentAsync());

        await ParcourirAsync(page, PagesDuCdg(), a => a.Remplir(echantillons.Valeurs(a.Chemin)), avecErreurs: true);

        Aucune();
    }

    [Fact]
    public async Task Les_pages_du_CDG_vides_ou_introuvables()
    {
        var page = await OuvrirAsync(await AgentAsync());

        await ParcourirAsync(page, PagesDuCdg(), a => a.Remplir(null), avecErreurs: false);

        Aucune();
    }

    [Fact]
    public async Task Les_pages_d_un_membre_sur_un_telephone()
    {
        var echantillons = await Echantillons.PreparerAsync(_app);
        var droits = Droits.DuMembre(RoleDeMembre.Signataire, administrateurDeSaCollectivite: true).ToHashSet();
        var compte = await _app.Comptes.MembreAsync(echantillons.Autre.Id, RoleDeMembre.Signataire, administrateur: true);
        var page = await OuvrirAsync(compte, Telephone);

        await ParcourirAsync(
            page,
            Pages().Where(a => a.Strategies.All(droits.Contains)),
            a => a.Remplir(echantillons.Valeurs(a.Chemin)),
            avecErreurs: true,
            etroit: true
        );

        Aucune();
    }

    [Fact]
    public async Task Les_pages_sans_compte_sur_un_telephone()
    {
        var liens = await LiensAsync(await Echantillons.PreparerAsync(_app));
        var page = await OuvrirAsync(null, Telephone);
        var anonymes = AdresseDeLApplication
            .Toutes(_app)
            .Where(a => a.EstUnePage && AdressesAnonymes.Toutes.ContainsKey(a.Chemin))
            .ToList();

        await ParcourirAsync(page, anonymes, a => a.Remplir(null), avecErreurs: true, etroit: true);
        await ParcourirAsync(
            page,
            anonymes.Where(a => liens.ContainsKey(a.Chemin)),
            a => a.Remplir([liens[a.Chemin]]),
            avecErreurs: true,
            etroit: true
        );

        Aucune();
        Assert.All(liens, l => Assert.NotEmpty(l.Value));
    }

    private void Aucune() => Assert.True(_fautes.Count == 0, string.Join('\n', _fautes));

    private IEnumerable<AdresseDeLApplication> Pages() =>
        AdresseDeLApplication.Toutes(_app).Where(a => a.EstUnePage && !AdressesAnonymes.Toutes.ContainsKey(a.Chemin));

    private IEnumerable<AdresseDeLApplication> PagesDuCdg() =>
        Pages().Where(a => !a.Chemin.StartsWith(Membre, StringComparison.OrdinalIgnoreCase));

    private Task<CompteDEssai> AgentAsync() =>
        _app.Comptes.AgentAsync([RoleCdg.Administrateur, RoleCdg.Gestionnaire, RoleCdg.Finances]);

    private async Task<IPage> OuvrirAsync(CompteDEssai? compte, ViewportSize? taille = null)
    {
        var page = await _app.OuvrirAsync(
            compte: compte,
            options: new() { ViewportSize = taille ?? new() { Width = 1366, Height = 768 } }
        );
        await Accessibilite.PreparerAsync(page.Context);
        page.Dialog += (_, dialogue) => _ = dialogue.AcceptAsync();
        return page;
    }

    private async Task ParcourirAsync(
        IPage page,
        IEnumerable<AdresseDeLApplication> adresses,
        Func<AdresseDeLApplication, string> remplir,
        bool avecErreurs,
        bool etroit = false
    )
    {
        foreach (var adresse in adresses)
        {
            var chemin = remplir(adresse);
            try
            {
                await page.GotoAsync(chemin);
                await page.Locator("h1:visible").First.WaitForAsync();
                await Assertions.Expect(page.Locator(".chargement:visible")).ToHaveCountAsync(0);
                await ExaminerAsync(page, adresse.Chemin, etroit);
                if (avecErreurs && await EnvoyerVideAsync(page))
                {
                    await ExaminerAsync(page, $"{adresse.Chemin} après un envoi vide", etroit);
                }
            }
            catch (Exception attente) when (attente is PlaywrightException or TimeoutException)
            {
                _fautes.Add($"{adresse.Chemin} : ne s'affiche pas ({attente.Message.Split('\n')[0]})");
            }
        }
    }

    private async Task ExaminerAsync(IPage page, string nom, bool etroit)
    {
        _fautes.AddRange((await Accessibilite.ExaminerAsync(page)).Select(v => $"{nom} : {v}"));
        if (etroit && await Accessibilite.DepassementAsync(page) is > 0 and var pixels)
        {
            _fautes.Add($"{nom} : dépasse de {pixels} px");
        }

        if (await page.Locator("#blazor-error-ui").IsVisibleAsync())
        {
            _fautes.Add($"{nom} : panne à l'écran");
        }
    }

    /// <summary>Envoie le premier formulaire sans rien y taper ; vrai si la page en a un et qu'elle y a répondu.</summary>
    private static async Task<bool> EnvoyerVideAsync(IPage page)
    {
        var envoi = page.Locator(
            "main form.formulaire:visible button[type=submit]:visible, main form[method=post]:visible button[type=submit]:visible"
        ).First;
        if (await envoi.CountAsync() == 0)
        {
            return false;
        }

        await envoi.ClickAsync();
        await Assertions
            .Expect(
                page.Locator(
                    "main .message:visible, main [data-test=erreurs]:visible, main [aria-invalid=true]:visible, main h1:visible"
                ).First
            )
            .ToBeVisibleAsync();
        await Assertions
            .Expect(page.Locator(".chargement:visible, form button[type=submit][aria-disabled=true] .roue"))
            .ToHaveCountAsync(0);
        return true;
    }

    /// <summary>De vrais liens, un par page à jeton : ce que la personne voit avant de s'en servir.</summary>
    private async Task<Dictionary<string, string>> LiensAsync(Echantillons echantillons)
    {
        await using var portee = _app.Services.CreateAsyncScope();
        T Le<T>()
            where T : notnull => portee.ServiceProvider.GetRequiredService<T>();
        var agent = await AgentAsync();
        var acteur = (await Le<LireActeur>().ExecuterAsync(agent.Id))!;
        var personne = await _app.Comptes.MembreAsync(echantillons.Autre.Id, RoleDeMembre.Signataire);
        await Le<ValiderParLien>()
            .EnvoyerAsync(
                acteur,
                echantillons.CampagneCommune,
                echantillons.Autre.Id,
                "Aude Vasseur",
                "validation@essai.example"
            );
        await Le<DemanderUnLien>().ExecuterAsync(personne.Identifiant, UsageDeLien.Connexion);
        var connexion = await JetonAsync(personne.Courriel);
        var oublieuse = await _app.Comptes.MembreAsync(echantillons.Autre.Id, RoleDeMembre.Signataire);
        await Le<DemanderUnLien>().ExecuterAsync(oublieuse.Identifiant, UsageDeLien.Reinitialisation);
        var invitee = await _app.Comptes.MembreAsync(echantillons.Autre.Id);
        await Le<InviterCompte>().ExecuterAsync(acteur, invitee.Id);
        return new Dictionary<string, string>
        {
            ["/validation/{Jeton}"] = await JetonAsync("validation@essai.example"),
            ["/compte/lien/{Jeton}"] = connexion,
            ["/compte/reinitialisation/{Jeton}"] = await JetonAsync(oublieuse.Courriel),
            ["/compte/invitation/{Jeton}"] = await JetonAsync(invitee.Courriel),
        };
    }

    private async Task<string> JetonAsync(string boite) =>
        DansUneAdresse().Match((await _app.CourrielsAsync(boite))[^1]).Groups["jeton"].Value;

    [GeneratedRegex(@"https?://\S+/(?<jeton>[^/\s]+)")]
    private static partial Regex DansUneAdresse();
}
