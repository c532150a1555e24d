namespace CdgMarches.App.Groupements;

internal static class GroupementsServices
{
    /// <summary>Enregistre les lectures et les cas d'usage des groupements.</summary>
    public static IServiceCollection AddGroupements(this IServiceCollection services) =>
        services
            .AddScoped<LireGroupements>()
            .AddScoped<LireFicheGroupement>()
            .AddScoped<LireMembres>()
            .AddScoped<LireFicheAdhesion>()
            .AddScoped<LireCandidats>()
            .AddScoped<CreerGroupement>()
            .AddScoped<ModifierGroupement>()
            .AddScoped<OuvrirGroupement>()
            .AddScoped<CloreGroupement>()
            .AddScoped<ModifierCarte>()
            .AddScoped<AdmettreMembres>()
            .AddScoped<CorrigerEntree>()
            .AddScoped<FixerSortie>()
            .AddScoped<ModifierChoix>();
}
