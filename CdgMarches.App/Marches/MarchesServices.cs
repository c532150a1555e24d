using CdgMarches.App.Accueil;
using CdgMarches.App.Courriels;
using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Procedures;
using CdgMarches.App.Espace;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Taches;
using CdgMarches.Domain.Marches;

namespace CdgMarches.App.Marches;

internal static class MarchesServices
{
    /// <summary>Enregistre les lectures et les cas d'usage des marchés et de leur exécution.</summary>
    public static IServiceCollection AddMarches(this IServiceCollection services) =>
        services
            .AddModelesDeCourriel([.. CourrielsDesMarches.Tous])
            .AddSingleton<LireMarches>()
            .AddSingleton<IDonneesDe<InformationAEcrire>, DonneesDeLInformation>()
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
            .AddSingleton<IAuRetourDUnCourriel, RetourDUneInformation>()
            .AddSingleton<DemanderLesBilans>()
            .AddSingleton<RelancerLesBilans>()
            .AddSingleton<ITachePlanifiee, TacheDesBilans>()
            .AddSingleton<LireBilans>()
            .AddSingleton<LireBilansDuGroupement>()
            .AddSingleton<RendreBilan>()
            .AddSingleton<PublierBpu>()
            .AddSingleton<DeclarerIncident>()
            .AddSingleton<SuivreIncident>()
            .AddSingleton<ISourceDeRecherche, RechercheDesMarches>()
            .AddSingleton<ISourceATraiter, MarchesATraiter>()
            .AddSingleton<ISourceDeSynthese, SyntheseDesMarches>()
            .AddSingleton<ISourceDuMembre, BilansARendre>()
            .AddSingleton(new AdresseDObjet(nameof(Marche), "Marché", id => $"/marches/{id}"));
}
