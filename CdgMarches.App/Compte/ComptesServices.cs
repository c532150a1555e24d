using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Comptes;
using CdgMarches.Domain.Comptes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CdgMarches.App.Compte;

internal static class ComptesServices
{
    public static IServiceCollection AddComptes(this IServiceCollection services)
    {
        services
            .AddAuthentication(o =>
            {
                o.DefaultScheme = IdentityConstants.ApplicationScheme;
                o.DefaultSignInScheme = IdentityConstants.ExternalScheme;
            })
            .AddIdentityCookies();
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, ReglesDeSession>();
        services
            .AddIdentityCore<Utilisateur>(o =>
            {
                o.User.RequireUniqueEmail = false;
                o.Password.RequiredLength = PolitiqueDeMotDePasse.LongueurMinimale;
                o.Password.RequireDigit = false;
                o.Password.RequireLowercase = false;
                o.Password.RequireUppercase = false;
                o.Password.RequireNonAlphanumeric = false;
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<MarchesDbContext>()
            .AddErrorDescriber<FrenchIdentityErrorDescriber>()
            .AddSignInManager()
            .AddDefaultTokenProviders();

        // The policy of the domain says everything Identity's own validator would, and all of it at once.
        services.RemoveAll<IPasswordValidator<Utilisateur>>();
        services.AddScoped<IPasswordValidator<Utilisateur>, VerifierMotDePasse>();
        services.AddSingleton<MotsDePasseCourants>();
        services.AddScoped<AuthenticationStateProvider, SessionDuCircuit>();
        services.AddDataProtection().SetApplicationName("CdgMarches");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, DepotDeCles>();
        services.AddLimiteDEnvois();
        services.AddModelesDeCourriel([.. CourrielsDeCompte.Definitions]);
        return services
            .AddSingleton<AdressesPubliques>()
            .AddSingleton<CourrielsDeCompte>()
            .AddScoped<LireMonCompte>()
            .AddScoped<DemanderUnCompte>()
            .AddSingleton<EssaisInconnus>()
            .AddScoped<SeConnecter>()
            .AddScoped<DemanderUnLien>()
            .AddScoped<LireLien>()
            .AddScoped<ConnexionParLien>()
            .AddScoped<ChoisirMotDePasse>()
            .AddScoped<ChangerMotDePasse>();
    }

    public static IEndpointRouteBuilder MapComptes(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/compte/prolonger", ProlongerAsync).RequireAuthorization();
        routes.MapPost("/compte/fermer-session", (Delegate)DeconnecterAsync).AllowAnonymous().DisableAntiforgery();
        return routes;
    }

    /// <summary>Un circuit ne prolonge pas le cookie : la page le demande toutes les dix minutes d'activité.</summary>
    private static async Task<IResult> ProlongerAsync(HttpContext requete, TimeProvider horloge)
    {
        await requete.SignInAsync(
            IdentityConstants.ApplicationScheme,
            requete.User,
            new AuthenticationProperties { IssuedUtc = horloge.GetUtcNow() }
        );
        return TypedResults.NoContent();
    }

    /// <summary>
    /// Le bouton de déconnexion vit dans des pages interactives, où un jeton de formulaire peut avoir vieilli : c'est
    /// l'origine de la requête, que le navigateur seul écrit, qui écarte les autres sites.
    /// </summary>
    private static async Task<IResult> DeconnecterAsync(HttpContext requete)
    {
        if (!VientDIci(requete.Request))
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        await requete.SignOutAsync(IdentityConstants.ApplicationScheme);
        return TypedResults.Redirect(ReglesDeSession.CheminDeConnexion + "?deconnecte=1");
    }

    private static bool VientDIci(HttpRequest requete) =>
        requete.Headers["Sec-Fetch-Site"].ToString() is var site and not ""
            ? site is "same-origin" or "none"
            : Uri.TryCreate(requete.Headers.Origin.ToString(), UriKind.Absolute, out var origine)
                && string.Equals(origine.Authority, requete.Host.Value, StringComparison.OrdinalIgnoreCase);
}
