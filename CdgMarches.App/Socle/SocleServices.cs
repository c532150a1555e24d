using CdgMarches.App.Socle.Courriels;

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
            .AddFileDeCourriels()
            .AddScoped<ActeurCourant>()
            .AddScoped<Operation>()
            .AddProblemDetails()
            .AddExceptionHandler<RegleMetierEnReponse>()
            .AddAutorisation()
            .AddCascadingAuthenticationState();
}
