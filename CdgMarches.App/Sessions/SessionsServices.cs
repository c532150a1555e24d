using CdgMarches.App.Courriels;

namespace CdgMarches.App.Sessions;

internal static class SessionsServices
{
    /// <summary>Enregistre les lectures et les cas d'usage des sessions de présentation.</summary>
    public static IServiceCollection AddSessions(this IServiceCollection services) =>
        services
            .AddModelesDeCourriel(InviterALaSession.Definition)
            .AddSingleton<LireSessions>()
            .AddSingleton<ProgrammerSession>()
            .AddSingleton<ModifierSession>()
            .AddSingleton<InviterALaSession>()
            .AddSingleton<InscrireALaSession>()
            .AddSingleton<SInscrireParLien>()
            .AddSingleton<ReleverPresence>();
}
