namespace CdgMarches.App.Accueil;

internal static class AccueilServices
{
    public static IServiceCollection AddAccueil(this IServiceCollection services) =>
        services.AddScoped<LireSources>().AddSingleton<Corbeille>();
}
