using CdgMarches.App.Socle.Courriels;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Notifications;
using CdgMarches.App.Socle.Travaux;

namespace CdgMarches.App.Socle;

internal static class SocleServices
{
    public static IServiceCollection AddSocle(this IServiceCollection services) =>
        services
            .AddMemoryCache()
            .AddHttpContextAccessor()
            .AddSingleton<HorlogeLegale>()
            .AddSingleton<LireActeur>()
            .AddSingleton<Baux>()
            .AddFichiers()
            .AddFileDeCourriels()
            .AddTravaux()
            .AddSingleton<LireNotifications>()
            .AddScoped<ActeurCourant>()
            .AddScoped<Operation>()
            .AddProblemDetails()
            .AddExceptionHandler<RegleMetierEnReponse>()
            .AddAutorisation()
            .AddCascadingAuthenticationState();
}
