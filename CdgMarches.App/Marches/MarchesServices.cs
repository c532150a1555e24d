using CdgMarches.App.Accueil;

namespace CdgMarches.App.Marches;

internal static class MarchesServices
{
    /// <summary>Enregistre les lectures et les cas d'usage des marchés et de leur exécution.</summary>
    public static IServiceCollection AddMarches(this IServiceCollection services) =>
        services
            .AddSingleton<LireMarches>()
            .AddSingleton<LireMarche>()
            .AddSingleton<LireMarcheDuMembre>()
            .AddSingleton<LireConsommation>()
            .AddSingleton<LireBpu>()
            .AddSingleton<LireSuivis>()
            .AddSingleton<SignerMarche>()
            .AddSingleton<NotifierMarche>()
            .AddSingleton<ExecuterMarche>()
            .AddSingleton<Commander>()
            .AddSingleton<ImporterCommandes>()
            .AddSingleton<InformerMembres>()
            .AddSingleton<DemanderLesBilans>()
            .AddSingleton<RendreBilan>()
            .AddSingleton<PublierBpu>()
            .AddSingleton<DeclarerIncident>()
            .AddSingleton<SuivreIncident>()
            .AddSingleton<ISourceDeRecherche, RechercheDesMarches>()
            .AddSingleton<ISourceATraiter, MarchesATraiter>()
            .AddSingleton<ISourceDeSynthese, SyntheseDesMarches>();
}
