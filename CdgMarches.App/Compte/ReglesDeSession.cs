using System.Globalization;
using System.Security.Claims;
using CdgMarches.App.Demarrage;
using CdgMarches.App.Socle;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CdgMarches.App.Compte;

/// <summary>Le cookie de session : où il mène quand il manque, quand il a expiré, et ce qui le fait tomber avant l'heure.</summary>
internal sealed class ReglesDeSession(Reglages reglages, LireActeur lire, IOptions<IdentityOptions> identite)
    : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public const string CheminDeConnexion = "/compte/connexion";

    public void Configure(CookieAuthenticationOptions options) { }

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        if (name != IdentityConstants.ApplicationScheme)
        {
            return;
        }

        options.Cookie.Name = "cdgmarches";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = reglages.DureeDeSession;
        options.SlidingExpiration = true;
        options.LoginPath = CheminDeConnexion;
        options.ReturnUrlParameter = "retour";
        options.Events.OnRedirectToLogin = VersLaConnexion;
        options.Events.OnRedirectToAccessDenied = VersLeRefus;
        options.Events.OnValidatePrincipal = VerifierAsync;
    }

    private async Task VerifierAsync(CookieValidatePrincipalContext contexte)
    {
        var personne = contexte.Principal;
        if (
            !Guid.TryParse(personne?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            || !await lire.SessionVautAsync(
                id,
                personne.FindFirstValue(identite.Value.ClaimsIdentity.SecurityStampClaimType),
                contexte.HttpContext.RequestAborted
            )
        )
        {
            contexte.RejectPrincipal();
            await contexte.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }

    private static Task VersLaConnexion(RedirectContext<CookieAuthenticationOptions> contexte)
    {
        if (!EstUneNavigation(contexte.Request))
        {
            contexte.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        var avaitUneSession = contexte.Request.Cookies.ContainsKey(contexte.Options.Cookie.Name!);
        contexte.Response.Redirect(contexte.RedirectUri + (avaitUneSession ? "&expiree=1" : ""));
        return Task.CompletedTask;
    }

    private static Task VersLeRefus(RedirectContext<CookieAuthenticationOptions> contexte)
    {
        if (EstUneNavigation(contexte.Request))
        {
            contexte.Response.Redirect("/compte/refus");
        }
        else
        {
            contexte.Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return Task.CompletedTask;
    }

    /// <summary>Un écran demandé par une personne, et non un appel de script, auquel un code suffit.</summary>
    private static bool EstUneNavigation(HttpRequest requete) =>
        !requete.Path.StartsWithSegments("/_blazor", StringComparison.Ordinal)
        && requete.Headers["Sec-Fetch-Mode"].ToString() is "" or "navigate"
        && (requete.Headers.Accept.Count == 0 || requete.GetTypedHeaders().Accept.Any(a => a.MatchesMediaType("text/html")));
}

/// <summary>L'adresse où revenir après la connexion, quand elle est bien de cette application.</summary>
internal static class Retours
{
    private static readonly string[] SansRetour =
    [
        "/compte/connexion",
        "/compte/deconnexion",
        "/compte/fermer-session",
        "/compte/refus",
        "/compte/lien",
        "/compte/prolonger",
    ];

    /// <returns>L'adresse, ou « / » si elle mènerait ailleurs.</returns>
    public static string Local(string? adresse) =>
        adresse is ['/', ..]
        && adresse is not ['/', '/' or '\\', ..]
        && !adresse.Any(char.IsControl)
        && !Array.Exists(SansRetour, p => adresse.StartsWith(p, StringComparison.OrdinalIgnoreCase))
            ? adresse
            : "/";

    /// <summary>Le délai, dit en minutes ou en heures.</summary>
    public static string EnClair(TimeSpan delai) =>
        delai.TotalMinutes < 60 ? string.Create(CultureInfo.InvariantCulture, $"{delai.TotalMinutes:0} minutes")
        : delai.TotalHours < 48 ? string.Create(CultureInfo.InvariantCulture, $"{delai.TotalHours:0} h")
        : string.Create(CultureInfo.InvariantCulture, $"{delai.TotalDays:0} jours");
}
