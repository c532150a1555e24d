using CdgMarches.App.Groupements;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Procedures;

/// <summary>Ce que les procédures ont fait de la carte d'un groupement et du choix d'un membre.</summary>
internal sealed class UsageParLesProcedures : IUsageDeLaCarte, IUsageDUnChoix
{
    public Task<int> CompterAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        PrestationId prestation,
        int? lot,
        CancellationToken annulation
    ) =>
        contexte.Procedures.CountAsync(
            p =>
                p.Groupement == groupement
                && p.Lots.Any(l => l.Prestation == prestation && (lot == null || l.LotDuGroupement == lot)),
            annulation
        );

    public Task<int> CompterAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        CollectiviteId membre,
        PrestationId prestation,
        CancellationToken annulation
    ) =>
        (
            from p in contexte.Procedures.Where(p => p.Groupement == groupement)
            from l in p.Lots
            join m in contexte.MembresFiges on new { Procedure = p.Id, Lot = l.Numero } equals new { m.Procedure, m.Lot }
            where l.Prestation == prestation && m.Collectivite == membre
            select m
        ).CountAsync(annulation);
}
