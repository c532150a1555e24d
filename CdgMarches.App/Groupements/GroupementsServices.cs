using CdgMarches.App.Accueil;
using CdgMarches.App.Collectivites;
using CdgMarches.App.Groupements.Constitution;
using CdgMarches.Database.Collectivites;

namespace CdgMarches.App.Groupements;

internal static class GroupementsServices
{
    /// <summary>Enregistre les lectures et les cas d'usage des groupements, et ce qu'ils apportent aux autres capacités.</summary>
    public static IServiceCollection AddGroupements(this IServiceCollection services) =>
        services
            .AddSingleton<LireGroupements>()
            .AddSingleton<LireFicheGroupement>()
            .AddSingleton<LireMembres>()
            .AddSingleton<LireFicheAdhesion>()
            .AddSingleton<LireCandidats>()
            .AddSingleton<LireGroupementsDeCollectivite>()
            .AddSingleton<CreerGroupement>()
            .AddSingleton<ModifierGroupement>()
            .AddSingleton<OuvrirGroupement>()
            .AddSingleton<CloreGroupement>()
            .AddSingleton<ModifierCarte>()
            .AddSingleton<AdmettreMembres>()
            .AddSingleton<CorrigerEntree>()
            .AddSingleton<FixerSortie>()
            .AddSingleton<ModifierChoix>()
            .AddSingleton<LirePreuves>()
            .AddSingleton<ConstaterRemise>()
            .AddSingleton<LireConvention>()
            .AddSingleton<OuvrirConvention>()
            .AddSingleton<ModifierConvention>()
            .AddSingleton<AjouterDocumentOpposable>()
            .AddSingleton<FixerRegles>()
            .AddSingleton<ISourceDeRecherche, RechercheDesGroupements>()
            .AddSingleton<ISourceATraiter, GroupementsEnPreparation>()
            .AddSingleton<ISourceDeSynthese, SyntheseDesGroupements>()
            .AddSingleton<IReferenceDeCollectivite, FusionDesAdhesions>()
            .AddSingleton<IReferenceDeCollectivite, FusionSansToucherAuxListesFigees>()
            .AddSingleton(new OngletDeCollectivite("Groupements", "groupements", 40));
}
