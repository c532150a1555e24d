using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database.Sessions;

/// <summary>Une collectivité à une session : combien de personnes inscrites, combien présentes.</summary>
public sealed record ParticipationALaSession(CollectiviteId Collectivite, int Inscrites, int Presentes);

/// <summary>Ce sur quoi la refacturation des sessions s'appuie (RG6.25).</summary>
public static class PresentsAuxSessions
{
    /// <summary>Par collectivité, les inscrits et les présents d'une session ; une inscription annulée ne compte pas.</summary>
    public static async Task<IReadOnlyList<ParticipationALaSession>> ParticipationsAsync(
        this MarchesDbContext contexte,
        SessionDePresentationId session,
        CancellationToken annulation = default
    ) =>
        await contexte
            .Inscriptions.Where(i => i.Session == session && i.AnnuleeLe == null)
            .GroupBy(i => i.Collectivite)
            .Select(g => new ParticipationALaSession(g.Key, g.Count(), g.Sum(i => i.EstPresente == true ? 1 : 0)))
            .ToListAsync(annulation);
}
