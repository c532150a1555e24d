using CdgMarches.App.Accueil;
using CdgMarches.App.Documents;
using CdgMarches.App.Socle.Taches;

namespace CdgMarches.App.Espace;

internal static class EspaceServices
{
    /// <summary>Enregistre ce que l'espace d'un membre lit et propose, et les sources d'activité des groupements.</summary>
    public static IServiceCollection AddEspace(this IServiceCollection services) =>
        services
            .AddSingleton<LireAdhesionsDuMembre>()
            .AddSingleton<LireConventionsDuMembre>()
            .AddSingleton<LireCollectivitesDuMembre>()
            .AddSingleton<LireInterlocuteur>()
            .AddSingleton<ProposerChangement>()
            .AddSingleton<DeciderProposition>()
            .AddSingleton<LirePropositions>()
            .AddSingleton<ActiviteDuGroupement>()
            .AddSingleton<ISourceDuMembre, ConventionsAFaire>()
            .AddSingleton<ISourceDuMembre, AdhesionsAFaire>()
            .AddSingleton<ISourceDuMembre, AvenantsAApprouver>()
            .AddSingleton<ISourceDActivite, ConventionDansLActivite>()
            .AddSingleton<ISourceDActivite, MembresDansLActivite>()
            .AddSingleton<ISourceDActivite, DepartsDansLActivite>()
            .AddSingleton<ISourceDActivite, ProceduresDansLActivite>()
            .AddSingleton<ISourceDActivite, SeancesDansLActivite>()
            .AddSingleton<ISourceDActivite, MarchesDansLActivite>()
            .AddSingleton<ISourceDActivite, BilansDansLActivite>()
            .AddSingleton<LireExtraitPublic>()
            .AddSingleton<LireResumeDeLEspace>()
            .AddSingleton<ITachePlanifiee, TacheDesRapports>()
            .AddSingleton<ISourceDuMembre, NotesAuxquellesRepondre>()
            .AddSingleton<ISourceATraiter, PropositionsATraiter>()
            .AddModeleDeDocument<RapportDActivite>();
}
