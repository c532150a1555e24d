using CdgMarches.App.Groupements;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Sessions;

internal static class AccesAuxSessions
{
    /// <summary>Les sessions des groupements que l'acteur peut voir.</summary>
    public static IQueryable<SessionDePresentation> DuPerimetre(this IQueryable<SessionDePresentation> sessions, Acteur acteur) =>
        sessions.DansLaLimite(acteur, s => s.Groupement);

    /// <exception cref="DroitManquantException">La session n'existe pas ou n'est pas du périmètre.</exception>
    public static async Task<SessionDePresentation> SessionAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        SessionDePresentationId id,
        CancellationToken annulation
    ) =>
        await contexte.SessionsDePresentation.DuPerimetre(acteur).SingleOrDefaultAsync(s => s.Id == id, annulation)
        ?? throw new DroitManquantException(Droits.GererGroupements);

    /// <summary>Combien de personnes sont inscrites, sous le verrou de la session : deux n'occupent pas la dernière place.</summary>
    public static async Task<int> InscritsSousVerrouAsync(
        this MarchesDbContext contexte,
        SessionDePresentationId id,
        CancellationToken annulation
    )
    {
        await contexte
            .SessionsDePresentation.Where(s => s.Id == id)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.CleDeTri, x => x.CleDeTri), annulation);
        return await contexte.Inscriptions.CountAsync(i => i.Session == id && i.AnnuleeLe == null, annulation);
    }
}
