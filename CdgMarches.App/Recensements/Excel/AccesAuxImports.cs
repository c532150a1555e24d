using CdgMarches.Database;
using CdgMarches.Database.Recensements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Les imports qu'un acteur peut voir : ceux de ses collectivités, ou des campagnes de son périmètre au CDG.</summary>
internal static class AccesAuxImports
{
    public static IQueryable<ImportDeRecensement> ImportsVisibles(this MarchesDbContext contexte, Acteur acteur)
    {
        if (acteur.Perimetre.EstCdg)
        {
            var campagnes = contexte.CampagnesVisibles(acteur);
            return contexte.ImportsDeRecensement.Where(i => campagnes.Any(c => c.Id == i.Campagne));
        }

        // A deposit is the CDG's own: the member sees what he imported himself, and what was applied to his answers.
        var siennes = acteur.Perimetre.Collectivites;
        return contexte.ImportsDeRecensement.Where(i =>
            i.Nature == NatureDImport.Besoins
            && i.Collectivite != null
            && siennes.Contains(i.Collectivite.Value)
            && (i.Depot == null || i.AppliqueLe != null)
        );
    }

    /// <summary>L'import à changer, suivi par le contexte.</summary>
    /// <exception cref="DroitManquantException">Il n'existe pas, ou n'est pas du périmètre.</exception>
    public static async Task<ImportDeRecensement> AChangerAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        Guid id,
        CancellationToken annulation
    ) =>
        await contexte.ImportsVisibles(acteur).SingleOrDefaultAsync(i => i.Id == id, annulation)
        ?? throw new DroitManquantException(Droits.SaisirRecensement);
}
