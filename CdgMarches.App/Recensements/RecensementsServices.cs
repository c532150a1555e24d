using CdgMarches.App.Recensements.Excel;

namespace CdgMarches.App.Recensements;

internal static class RecensementsServices
{
    public static IServiceCollection AddRecensements(this IServiceCollection services) =>
        services
            .AddSingleton<MedianesDeStrate>()
            .AddSingleton<ControlerReponse>()
            .AddSingleton<CreerCampagne>()
            .AddSingleton<ModifierCampagne>()
            .AddSingleton<OuvrirCampagne>()
            .AddSingleton<CloreCampagne>()
            .AddSingleton<ModifierCatalogue>()
            .AddSingleton<SaisirCellules>()
            .AddSingleton<ReprendreN1>()
            .AddSingleton<DeclarerNeant>()
            .AddSingleton<RouvrirReponses>()
            .AddSingleton<DeciderDOffice>()
            .AddSingleton<ValiderReponses>()
            .AddSingleton<GererDelegations>()
            .AddSingleton<GelerConsolidation>()
            .AddSingleton<LireConsolidation>()
            .AddSingleton<LireCampagnes>()
            .AddSingleton<LireCampagne>()
            .AddSingleton<LireTableauDeBord>()
            .AddSingleton<LireReponse>()
            .AddSingleton<EnregistrerSaisie>()
            .AddRecensementsExcel()
            .AddSingleton<LireCatalogue>()
            .AddSingleton<LireMembre>()
            .AddSingleton<LireEtatDesBesoins>()
            .AddScoped<ValiderParLien>()
            .AddScoped<DeposerEtatSigne>()
            .AddHostedService<ClotureDesCampagnes>();
}
