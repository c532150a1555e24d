using CdgMarches.Bench.Jeu;
using CdgMarches.Database.Comptes;
using CdgMarches.Tests.Outils;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace CdgMarches.Bench.Mesures;

/// <summary>Un Chromium et ses contextes, chacun connecté à un compte.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _navigateur;
    private readonly List<IBrowserContext> _contextes = [];

    private Chromium(IPlaywright playwright, IBrowser navigateur) => (_playwright, _navigateur) = (playwright, navigateur);

    public static async Task<Chromium> DemarrerAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return new Chromium(playwright, await LancementDeChromium.LancerAsync(playwright));
    }

    public async Task ConnecterAsync(BaseDeBanc donnees, string adresse, Guid compte)
    {
        var contexte = await _navigateur.NewContextAsync(new() { BaseURL = adresse, Locale = "fr-FR" });
        var (nom, valeur) = await CookieAsync(donnees, compte);
        await contexte.AddCookiesAsync([
            new()
            {
                Name = nom,
                Value = valeur,
                Url = adresse,
                HttpOnly = true,
            },
        ]);
        _contextes.Add(contexte);
    }

    /// <summary>Ouvre une page dans autant de contextes et attend que chacune soit prête.</summary>
    public async Task OuvrirAsync(Func<int, string> chemin, Func<IPage, Task> prete, int pages)
    {
        foreach (var (rang, contexte) in _contextes.Take(pages).Index())
        {
            var page = await contexte.NewPageAsync();
            await page.GotoAsync(chemin(rang));
            await prete(page);
        }
    }

    /// <summary>Quitter la page ferme son circuit ; fermer l'onglet d'abord le laisserait pour perdu.</summary>
    public async Task FermerAsync()
    {
        foreach (var page in _contextes.SelectMany(c => c.Pages).ToList())
        {
            await page.GotoAsync("about:blank");
            await page.CloseAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _navigateur.CloseAsync();
        _playwright.Dispose();
    }

    /// <summary>Le cookie qu'une connexion aurait posé.</summary>
    private static async Task<(string Nom, string Valeur)> CookieAsync(BaseDeBanc donnees, Guid compte)
    {
        await using var portee = donnees.Application.Services.CreateAsyncScope();
        var comptes = portee.ServiceProvider.GetRequiredService<UserManager<Utilisateur>>();
        var connexions = portee.ServiceProvider.GetRequiredService<SignInManager<Utilisateur>>();
        var options = donnees.Service<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var utilisateur = await comptes.FindByIdAsync(compte.ToString());
        var instant = TimeProvider.System.GetUtcNow();
        var ticket = new AuthenticationTicket(
            await connexions.CreateUserPrincipalAsync(utilisateur!),
            new AuthenticationProperties { IssuedUtc = instant, ExpiresUtc = instant + options.ExpireTimeSpan },
            IdentityConstants.ApplicationScheme
        );
        return (options.Cookie.Name!, options.TicketDataFormat.Protect(ticket));
    }
}
