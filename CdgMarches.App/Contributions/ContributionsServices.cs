using CdgMarches.App.Contributions.Calcul;
using CdgMarches.App.Contributions.Campagnes;
using CdgMarches.App.Contributions.Grilles;
using CdgMarches.Database.Reference;

namespace CdgMarches.App.Contributions;

internal static class ContributionsServices
{
    /// <summary>Enregistre les lectures et les cas d'usage des contributions, et ce qu'elles apportent aux autres capacités.</summary>
    public static IServiceCollection AddContributions(this IServiceCollection services) =>
        services
            .AddSingleton<IChargementDeReference, ChargementDesContributions>()
            .AddSingleton<LireMentions>()
            .AddSingleton<Simuler>()
            .AddSingleton<LireGrilles>()
            .AddSingleton<ModifierGrille>()
            .AddSingleton<AdopterGrille>()
            .AddSingleton<LireCampagnesDAppel>()
            .AddSingleton<OuvrirCampagneDAppel>()
            .AddSingleton<PreparerCampagneDAppel>()
            .AddSingleton<ValiderCampagneDAppel>()
            .AddSingleton<ApprecierEmission>()
            .AddSingleton<EmettreAppels>();
}
