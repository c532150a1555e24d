using CdgMarches.App.Accueil;
using CdgMarches.App.Commissions;
using CdgMarches.App.Courriels;
using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Procedures;
using CdgMarches.App.Groupements;
using CdgMarches.App.Marches;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CdgMarches.App.Procedures;

internal static class ProceduresServices
{
    /// <summary>Enregistre les lectures et les cas d'usage des procédures, et ce qu'elles apportent aux autres capacités.</summary>
    public static IServiceCollection AddProcedures(this IServiceCollection services)
    {
        services.TryAddSingleton<LireDecisions>();
        return services
            .AddModelesDeCourriel(EnvoyerLaNote.Definition)
            .AddSingleton<LireProcedures>()
            .AddSingleton<LireFicheProcedure>()
            .AddSingleton<LireMembresFiges>()
            .AddSingleton<CreerProcedure>()
            .AddSingleton<ModifierProcedure>()
            .AddSingleton<ModifierLotsDeProcedure>()
            .AddSingleton<LancerProcedure>()
            .AddSingleton<TerminerProcedure>()
            .AddSingleton<FaitsDeProcedure>()
            .AddSingleton<ConduireProcedure>()
            .AddSingleton<PrendreLesBesoins>()
            .AddSingleton<ExclureMembre>()
            .AddSingleton<EnvoyerLaNote>()
            .AddSingleton<RendreAvisSurLaNote>()
            .AddSingleton<DeposerPieceDuDce>()
            .AddSingleton<TenirRegistre>()
            .AddSingleton<ImporterPlis>()
            .AddSingleton<ImporterRetraits>()
            .AddSingleton<ImporterQuestions>()
            .AddSingleton<AnalyserLot>()
            .AddSingleton<TableauDAnalyse>()
            .AddSingleton<LireConduite>()
            .AddSingleton<LireReponsesALaNote>()
            .AddSingleton<LireRegistre>()
            .AddSingleton<LireAnalyse>()
            .AddSingleton<LireTableau>()
            .AddSingleton<IDonneesDe<RejetsAEcrire>, DonneesDesRejets>()
            .AddSingleton<IDonneesDe<RapportAEcrire>, DonneesDuRapport>()
            .AddSingleton<PreuvesDuDossier>()
            .AddSingleton<LireDossierZip>()
            .AddSingleton<LireQuantitesGelees>()
            .AddSingleton<LireNotesDuMembre>()
            .AddMarches()
            .AddSingleton<IUsageDeLaCarte, UsageParLesProcedures>()
            .AddSingleton<IUsageDUnChoix, UsageParLesProcedures>()
            .AddSingleton<ISourceDeRecherche, RechercheDesProcedures>()
            .AddSingleton<ISourceATraiter, ProceduresATraiter>()
            .AddSingleton<ISourceDeSynthese, SyntheseDesProcedures>();
    }
}
