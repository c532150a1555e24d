using CdgMarches.App.Courriels;
using CdgMarches.App.Documents;
using CdgMarches.App.Espace;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Sessions;

namespace CdgMarches.App.Sessions;

internal static class SessionsServices
{
    /// <summary>Enregistre les lectures et les cas d'usage des sessions de présentation.</summary>
    public static IServiceCollection AddSessions(this IServiceCollection services) =>
        services
            .AddModelesDeCourriel([.. CourrielsDeSession.Tous])
            .AddSingleton<MessagesDeSession>()
            .AddSingleton<LireSessions>()
            .AddSingleton<ProgrammerSession>()
            .AddSingleton<ModifierSession>()
            .AddSingleton<InviterALaSession>()
            .AddSingleton<InscrireALaSession>()
            .AddSingleton<SInscrire>()
            .AddSingleton<LireSessionsDuMembre>()
            .AddSingleton<LireHistoriqueDeSession>()
            .AddSingleton<ISourceDuMembre, SessionsAFaire>()
            .AddSingleton<ReleverPresence>()
            .AddModeleDeDocument<PapierDEmargementDeSession>()
            .AddModeleDOrigine<PapierDEmargementDeSession>()
            .AddSingleton(new AdresseDObjet(nameof(SessionDePresentation), "Session de présentation", id => $"/sessions/{id}"));
}
