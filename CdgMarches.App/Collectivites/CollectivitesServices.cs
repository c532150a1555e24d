using CdgMarches.App.Accueil;
using CdgMarches.App.Socle.Historique;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CdgMarches.App.Collectivites;

internal static class CollectivitesServices
{
    public static IServiceCollection AddCollectivites(this IServiceCollection services)
    {
        services.TryAddSingleton<LireHistorique>();
        return services
            .AddSingleton<LireCollectivites>()
            .AddSingleton<LireFicheDeCollectivite>()
            .AddSingleton<LireHistoriqueDeCollectivite>()
            .AddSingleton<LireAgentsDuCdg>()
            .AddSingleton<ChercherCollectivites>()
            .AddSingleton<ChercherAuCatalogue>()
            .AddSingleton<ChercherDoublons>()
            .AddSingleton<CreerCollectivite>()
            .AddSingleton<ModifierCollectivite>()
            .AddSingleton<TenirCollectivite>()
            .AddSingleton<ArchiverCollectivite>()
            .AddSingleton<RetablirCollectivite>()
            .AddSingleton<RemplacerCollectivite>()
            .AddSingleton<FusionnerCollectivites>()
            .AddSingleton<ISourceDeRecherche, RechercheDesCollectivites>()
            .AddSingleton<ISourceATraiter, EffectifsManquants>();
    }
}
