using CdgMarches.App.Accueil;
using CdgMarches.App.Courriels;
using CdgMarches.App.Espace;
using CdgMarches.App.Groupements;
using CdgMarches.App.Recensements.Excel;
using CdgMarches.App.Socle;
using CdgMarches.Database.Collectivites;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.App.Recensements;

internal static class RecensementsServices
{
    public static IServiceCollection AddRecensements(this IServiceCollection services)
    {
        services.AddModelesDeCourriel([.. CourrielsDeRecensement.Tous]);
        return services
            .AddSingleton<MedianesDeStrate>()
            .AddSingleton<ControlerReponse>()
            .AddSingleton<CreerCampagne>()
            .AddSingleton<ModifierCampagne>()
            .AddSingleton<PrevenirLesMembres>()
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
            .AddSingleton<LireBesoin>()
            .AddSingleton<LireDetailDeLigne>()
            .AddSingleton<LireMembre>()
            .AddSingleton<LireEtatDesBesoins>()
            .AddScoped<ValiderParLien>()
            .AddScoped<DeposerEtatSigne>()
            .AddSingleton<LireEspace>()
            .AddSingleton<SourcesDesRecensements>()
            .AddSingleton<ISourceATraiter>(s => s.GetRequiredService<SourcesDesRecensements>())
            .AddSingleton<ISourceDeRecherche>(s => s.GetRequiredService<SourcesDesRecensements>())
            .AddSingleton<ISourceDeSynthese>(s => s.GetRequiredService<SourcesDesRecensements>())
            .AddSingleton<IReferenceDeCollectivite, FusionDesReponses>()
            .AddSingleton<IReferenceDeCollectivite, FusionSansToucherAuxGels>()
            .AddSingleton<IUsageDeLaCarte, UsageDeLaCarteParLesRecensements>()
            .AddSingleton<IUsageDUnChoix, UsageDeLaCarteParLesRecensements>()
            .AddHostedService<ClotureDesCampagnes>()
            .AddSingleton(new AdresseDObjet(nameof(Delegation), "Délégation", De: null));
    }
}
