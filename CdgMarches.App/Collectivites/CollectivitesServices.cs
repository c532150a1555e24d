using CdgMarches.App.Accueil;
using CdgMarches.App.Collectivites.Echanges;

namespace CdgMarches.App.Collectivites;

internal static class CollectivitesServices
{
    public static IServiceCollection AddCollectivites(this IServiceCollection services)
    {
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
            .AddSingleton<PreparerImport>()
            .AddSingleton<AppliquerImport>()
            .AddSingleton<AnnulerImport>()
            .AddSingleton<LireImports>()
            .AddSingleton<ExporterCollectivites>()
            .AddSingleton(new OngletDeCollectivite("Identité", "", 10))
            .AddSingleton(new OngletDeCollectivite("Contacts et mandats", "contacts", 20))
            .AddSingleton(new OngletDeCollectivite("Effectifs et population", "effectifs", 30))
            .AddSingleton(new OngletDeCollectivite("Historique", "historique", 90))
            .AddSingleton<ISourceDeRecherche, RechercheDesCollectivites>()
            .AddSingleton<ISourceDeCorbeille, CorbeilleDesCollectivites>()
            .AddSingleton<ISourceATraiter, EffectifsManquants>();
    }
}
