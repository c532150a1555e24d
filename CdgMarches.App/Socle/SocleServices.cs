namespace CdgMarches.App.Socle;

internal static class SocleServices
{
    public static IServiceCollection AddSocle(this IServiceCollection services) =>
        services
            .AddMemoryCache()
            .AddHttpContextAccessor()
            .AddSingleton<HorlogeLegale>()
            .AddSingleton<LireActeur>()
            .AddScoped<ActeurCourant>()
            .AddScoped<Operation>()
            .AddProblemDetails()
            .AddExceptionHandler<RegleMetierEnReponse>()
            .AddAutorisation()
            .AddCascadingAuthenticationState();
}
