using CdgMarches.App.Procedures;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Marches;

/// <summary>Partage le minimum garanti d'un marché entre ses membres figés.</summary>
/// <remarks>
/// RG5.23. La convention ne dit rien du partage : chacun répond du minimum qu'il a lui-même demandé, au plus fort reste, dans
/// l'ordre des SIRET. Le gel et la liste des membres ne changent plus après le lancement : le partage non plus.
/// </remarks>
internal static class LirePartsDuMinimum
{
    /// <returns>La part de chaque membre ; vide sans minimum, ou si aucun membre n'en a demandé au recensement.</returns>
    public static async Task<IReadOnlyDictionary<CollectiviteId, MontantHt>> PartsDuMinimumAsync(
        this MarchesDbContext contexte,
        ProcedureId procedure,
        int lot,
        MontantHt? minimum,
        CancellationToken annulation
    )
    {
        if (minimum is not { } total || total <= MontantHt.Zero)
        {
            return new Dictionary<CollectiviteId, MontantHt>();
        }

        var lue = await contexte.Procedures.AsNoTracking().SingleAsync(p => p.Id == procedure, annulation);
        var membres = await contexte
            .MembresFiges.Where(f => f.Procedure == procedure && f.Lot == lot)
            .OrderBy(f => f.Siret)
            .ThenBy(f => f.CleDeTri)
            .ThenBy(f => f.Collectivite)
            .Select(f => f.Collectivite)
            .ToListAsync(annulation);
        var besoins = await contexte.BesoinsGelesAsync(lue.Consolidation, [lue.LotDe(lot)], membres, annulation);
        List<CollectiviteId> engages = [.. membres.Where(m => besoins.GetValueOrDefault(m)?.Minimum > MontantHt.Zero)];
        return engages.Count == 0
            ? new Dictionary<CollectiviteId, MontantHt>()
            : engages
                .Zip(Repartition.Repartir(total, [.. engages.Select(m => besoins[m].Minimum.Centimes)]))
                .ToDictionary(p => p.First, p => p.Second);
    }
}
