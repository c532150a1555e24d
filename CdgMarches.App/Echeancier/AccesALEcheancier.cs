using CdgMarches.Database;
using CdgMarches.Database.Echeancier;
using CdgMarches.Database.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Echeancier;

/// <summary>Ce que chacun voit de l'échéancier, posé dans la requête.</summary>
internal static class AccesALEcheancier
{
    /// <summary>
    /// Un agent voit tout, ou ce qui touche ses groupements ; un membre, ce qui touche ses collectivités et les dates communes
    /// des groupements où elles sont ce jour-là.
    /// </summary>
    public static async Task<IQueryable<Echeance>> EcheancesVisiblesAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        var echeances = contexte.Echeances.AsNoTracking();
        if (acteur.Perimetre.EstCdg)
        {
            if (acteur.Perimetre.Groupements is not { } limites)
            {
                return echeances;
            }

            List<Guid?> permis = [.. limites.Select(g => (Guid?)g.Valeur)];
            return echeances.Where(e => e.Groupement == null || permis.Contains(e.Groupement));
        }

        var siennes = acteur.Perimetre.Collectivites;
        var groupements = await contexte
            .Adhesions.EnVigueur(jour)
            .Where(a => siennes.Contains(a.Collectivite))
            .Select(a => a.Groupement)
            .Distinct()
            .ToListAsync(annulation);
        List<Guid?> communs = [.. groupements.Select(g => (Guid?)g.Valeur)];
        List<Guid?> miennes = [.. siennes.Select(c => (Guid?)c.Valeur)];
        return echeances.Where(e =>
            miennes.Contains(e.Collectivite) || (e.PourLesMembres && e.Collectivite == null && communs.Contains(e.Groupement))
        );
    }

    /// <summary>Celles qui attendent cet agent : les siennes, celles qu'il supplée, et celles que personne n'a en charge.</summary>
    public static IQueryable<Echeance> Attendant(this IQueryable<Echeance> echeances, Guid agent) =>
        echeances.Where(e => e.Responsable == null || e.Responsable == agent || e.Suppleant == agent);
}
