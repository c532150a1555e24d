using CdgMarches.App.Groupements;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Commissions;

/// <summary>Le régime de commission que la convention d'un groupement retient, et les groupements d'une commission.</summary>
public sealed class LireRegimeDUnGroupement(IDbContextFactory<MarchesDbContext> donnees)
{
    public async Task<RegimeDeCao> ExecuterAsync(Acteur acteur, GroupementId groupement, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return (await contexte.GroupementAsync(acteur, groupement, annulation)).Regles.RegimeDeCao;
    }
}
