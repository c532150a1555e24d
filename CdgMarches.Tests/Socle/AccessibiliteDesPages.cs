using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.Playwright;

namespace CdgMarches.Tests.Socle;

/// <summary>axe sur chaque page de l'application : pleine, vide ou introuvable, et en erreur. Les pages se découvrent seules.</summary>
/// <remarks>
/// Ce que voit un membre, ou une personne sans compte, doit aussi tenir en 360 pixels de large. Une classe par parcours : chacun
/// tient un cœur plusieurs minutes, ils vont donc de front.
/// </remarks>
public abstract class AccessibiliteDesPages : IAsyncLifetime
{
    private const string Membre = "/espace";
    protected static readonly ViewportSize Telephone = new() { Width = 360, Height = 740 };
    private readonly List<string> _fautes = [];
    protected ApplicationEnMarche App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await ApplicationEnMarche.DemarrerAsync();

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected void Aucune() => Assert.True(_fautes.Count == 0, string.Join('\n', _fautes));

    private protected IEnumerable<AdresseDeLApplication> Pages() =>
        AdresseDeLApplication.Toutes(App).Where(a => a.EstUnePage && !AdressesAnonymes.Toutes.ContainsKey(a.Chemin));

    private protected IEnumerable<AdresseDeLApplication> PagesDuCdg() =>
        Pages().Where(a => !a.Chemin.StartsWith(Membre, StringComparison.OrdinalIgnoreCase));

    protected Task<CompteDEssai> AgentAsync() =>
        App.Comptes.AgentAsync([RoleCdg.Administrateur, RoleCdg.Gestionnaire, RoleCdg.Finances]);

    protected async Task<IPage> OuvrirAsync(CompteDEssai? compte, ViewportSize? taille = null)
    {
        var page = await App.OuvrirAsync(
            compte: compte,
            options: new() { ViewportSize = taille ?? new() { Width = 1366, Height = 768 } }
        );
        await Accessibilite.PreparerAsync(page.Context);
        page.Dialog += (_, dialogue) => _ = dialogue.AcceptAsync();
        return page;
    }

    private protected async Task ParcourirAsync(
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
}
