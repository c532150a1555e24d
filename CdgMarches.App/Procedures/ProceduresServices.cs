using CdgMarches.App.Groupements;

namespace CdgMarches.App.Procedures;

internal static class ProceduresServices
{
    /// <summary>Enregistre les lectures et les cas d'usage des procédures.</summary>
    public static IServiceCollection AddProcedures(this IServiceCollection services) =>
        services
            .AddScoped<LireProcedures>()
            .AddScoped<LireFicheProcedure>()
            .AddScoped<LireMembresFiges>()
            .AddScoped<CreerProcedure>()
            .AddScoped<ModifierProcedure>()
            .AddScoped<ModifierLotsDeProcedure>()
            .AddScoped<LancerProcedure>()
            .AddScoped<TerminerProcedure>()
            .AddScoped<IUsageDeLaCarte, UsageParLesProcedures>()
            .AddScoped<IUsageDUnChoix, UsageParLesProcedures>();
}
