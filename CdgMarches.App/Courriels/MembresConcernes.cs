using CdgMarches.Database;
using CdgMarches.Database.Groupements;
using CdgMarches.Database.Procedures;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Courriels;

/// <summary>Les membres qu'une transmission concerne, d'après l'objet dont elle vient.</summary>
internal static class MembresConcernes
{
    /// <summary>Les acheteurs d'une procédure ou d'un marché, les membres interrogés d'une campagne ; à défaut tous ceux en vigueur.</summary>
    /// <returns>Sans le coordonnateur, qui transmet.</returns>
    public static async Task<List<CollectiviteId>> MembresConcernesAsync(
        this MarchesDbContext contexte,
        Transmission transmission,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        var coordonnateur = await contexte
            .Groupements.Where(g => g.Id == transmission.Groupement)
            .Select(g => g.Coordonnateur)
            .SingleAsync(annulation);
        var concernes = await DeLObjetAsync(contexte, transmission, jour, annulation);
        if (concernes.Count == 0)
        {
            concernes = await contexte
                .Adhesions.EnVigueur(jour)
                .Where(a => a.Groupement == transmission.Groupement)
                .Select(a => a.Collectivite)
                .ToListAsync(annulation);
        }

        return [.. concernes.Distinct().Where(c => c != coordonnateur)];
    }

    private static async Task<List<CollectiviteId>> DeLObjetAsync(
        MarchesDbContext contexte,
        Transmission transmission,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        if (transmission.ObjetId is not { } objet)
        {
            return [];
        }

        switch (transmission.ObjetType)
        {
            case nameof(Campagne):
                var campagne = new CampagneId(objet);
                return await contexte
                    .Reponses.Where(r => r.Campagne == campagne)
                    .Select(r => r.Collectivite)
                    .Distinct()
                    .ToListAsync(annulation);
            case nameof(Procedure):
                var procedure = await contexte
                    .Procedures.AsNoTracking()
                    .SingleOrDefaultAsync(p => p.Id == new ProcedureId(objet), annulation);
                return procedure is null
                    ? []
                    : await contexte
                        .MembresConcernes(procedure.Id, procedure.Groupement, procedure.Consolidation, jour)
                        .Select(c => c.Collectivite)
                        .ToListAsync(annulation);
            case nameof(Incident):
                var incident = new IncidentId(objet);
                var marche = await contexte
                    .Incidents.Where(i => i.Id == incident)
                    .Select(i => (MarcheId?)i.Marche)
                    .SingleOrDefaultAsync(annulation);
                return marche is { } sien ? await DuMarcheAsync(contexte, sien, annulation) : [];
            case nameof(Marche):
                return await DuMarcheAsync(contexte, new MarcheId(objet), annulation);
            default:
                return [];
        }
    }

    private static Task<List<CollectiviteId>> DuMarcheAsync(
        MarchesDbContext contexte,
        MarcheId marche,
        CancellationToken annulation
    ) =>
        (
            from m in contexte.Marches
            join f in contexte.MembresFiges on new { m.Procedure, m.Lot } equals new { f.Procedure, f.Lot }
            where m.Id == marche
            select f.Collectivite
        ).ToListAsync(annulation);
}
