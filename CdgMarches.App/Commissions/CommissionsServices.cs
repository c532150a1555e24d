using CdgMarches.App.Accueil;
using CdgMarches.App.Commissions.Papiers;
using CdgMarches.App.Courriels;
using CdgMarches.App.Documents;
using CdgMarches.App.Socle;
using CdgMarches.Database.Reference;
using CdgMarches.Domain.Commissions;

namespace CdgMarches.App.Commissions;

internal static class CommissionsServices
{
    /// <summary>Enregistre les lectures et les cas d'usage de la commission, et ce qu'elle apporte aux autres capacités.</summary>
    public static IServiceCollection AddCommissions(this IServiceCollection services) =>
        services
            .AddModelesDeCourriel([.. CourrielsDeCommission.Tous])
            .AddSingleton<LireCommissions>()
            .AddSingleton<LireSeances>()
            .AddSingleton<LireFicheCommission>()
            .AddSingleton<LireFicheSeance>()
            .AddSingleton<LireChoixDOrdreDuJour>()
            .AddSingleton<DeduireLaCompetence>()
            .AddSingleton<OffresDuClassement>()
            .AddSingleton<LireRegimeDUnGroupement>()
            .AddSingleton<LireDirect>()
            .AddSingleton<LireDecisions>()
            .AddSingleton<LirePiecesDeSeance>()
            .AddSingleton<CreerCommission>()
            .AddSingleton<ModifierCommission>()
            .AddSingleton<ProgrammerSeance>()
            .AddSingleton<ModifierSeance>()
            .AddSingleton<PreparerLaSeconde>()
            .AddSingleton<ModifierOrdreDuJour>()
            .AddSingleton<MessageDeConvocation>()
            .AddSingleton<ConvoquerSeance>()
            .AddSingleton<SuivreConvocations>()
            .AddSingleton<RepondreAConvocation>()
            .AddSingleton<AccesAuxDocuments>()
            .AddSingleton<DirectDeSeance>()
            .AddSingleton<ReleverPresence>()
            .AddSingleton<ConduireSeance>()
            .AddSingleton<DeposerProcesVerbal>()
            .AddSingleton<DossierDePreuve>()
            .AddSingleton<IAuRetourDUnCourriel, RetourDUneConvocation>()
            .AddSingleton<IChargementDeReference, ChargementDesCommissions>()
            .AddSingleton<ISourceDeRecherche, RechercheDesSeances>()
            .AddSingleton<ISourceATraiter, SeancesATraiter>()
            .AddSingleton<ISourceDeSynthese, SyntheseDesSeances>()
            .AddPapier<PapierDOrdreDuJour>()
            .AddPapier<PapierDeConvocation>()
            .AddPapier<PapierDEmargement>()
            .AddPapier<PapierDeCarence>()
            .AddPapier<PapierDeProcesVerbal>()
            .AddPapier<PapierDExtrait>()
            .AddSingleton(
                new AdresseDObjet(nameof(Commission), "Commission", id => AdressesDesCommissions.Fiche(new CommissionId(id)))
            )
            .AddSingleton(new AdresseDObjet(nameof(Seance), "Séance", id => AdressesDesCommissions.Seance(new SeanceId(id))));

    /// <summary>Une pièce de séance déclare ses champs et porte son modèle d'origine.</summary>
    private static IServiceCollection AddPapier<T>(this IServiceCollection services)
        where T : PapierDeSeance => services.AddModeleDeDocument<T>().AddModeleDOrigine<T>();
}
