using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Marches;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Constitution;

/// <summary>La fin de chaque marché du groupement, résiliation et reconductions comprises : le terme de la convention en dépend.</summary>
internal sealed class FinsDesMarches : IFinsDeMarche
{
    public async Task<IReadOnlyList<FinDeMarche>> LireAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        CancellationToken annulation
    ) =>
        [
            .. (
                await contexte
                    .Set<Marche>()
                    .AsNoTracking()
                    .Where(m => m.Groupement == groupement && m.Fin != null)
                    .OrderBy(m => m.Reference)
                    .Select(m => new
                    {
                        m.Reference,
                        Fin = m.ResilieLe ?? m.Fin,
                        Maximale = m.ResilieLe
                            ?? (m.Reconductions.Any(r => r.EstReconduit == false) ? m.Fin : m.FinMaximale)
                            ?? m.Fin,
                    })
                    .ToListAsync(annulation)
            ).Select(m => new FinDeMarche(m.Reference, m.Fin!.Value, m.Maximale!.Value)),
        ];
}
