using CdgMarches.App.Accueil;
using CdgMarches.App.Groupements;

namespace CdgMarches.App.Procedures;

internal static class ProceduresServices
{
    /// <summary>Enregistre les lectures et les cas d'usage des procédures, et ce qu'elles apportent aux autres capacités.</summary>
    public static IServiceCollection AddProcedures(this IServiceCollection services) =>
        services
            .AddSingleton<LireProcedures>()
            .AddSingleton<LireFicheProcedure>()
            .AddSingleton<LireMembresFiges>()
            .AddSingleton<CreerProcedure>()
            .AddSingleton<ModifierProcedure>()
            .AddSingleton<ModifierLotsDeProcedure>()
            .AddSingleton<LancerProcedure>()
            .AddSingleton<TerminerProcedure>()
            .AddSingleton<IUsageDeLaCarte, UsageParLesProcedures>()
            .AddSingleton<IUsageDUnChoix, UsageParLesProcedures>()
            .AddSingleton<ISourceDeRecherche, RechercheDesProcedures>()
            .AddSingleton<ISourceATraiter, ProceduresATraiter>()
            .AddSingleton<ISourceDeSynthese, SyntheseDesProcedures>();
}
