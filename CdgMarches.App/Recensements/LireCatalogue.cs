using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>Une ligne du catalogue, telle que l'agent la relit.</summary>
public sealed record LigneDeCatalogueLue(
    int Numero,
    DescriptionDeLigne Description,
    int VersionDAjout,
    int VersionDeModification,
    int? RetireeALaVersion,
    int Reponses
);

/// <summary>Le catalogue d'une campagne, lignes retirées comprises.</summary>
public sealed class LireCatalogue(IDbContextFactory<MarchesDbContext> donnees)
{
    public async Task<IReadOnlyList<LigneDeCatalogueLue>> ExecuterAsync(
        Acteur acteur,
        CampagneId id,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (!await contexte.CampagnesVisibles(acteur).AnyAsync(c => c.Id == id, annulation))
        {
            throw new DroitManquantException(Droits.ConsulterCdg);
        }

        var lignes = await contexte
            .LignesDeCatalogue.AsNoTracking()
            .Where(l => l.Campagne == id)
            .OrderBy(l => l.NumeroDeLot)
            .ThenBy(l => l.Ordre)
            .ThenBy(l => l.Numero)
            .ToListAsync(annulation);
        var reponses = await (
            from saisie in contexte.LignesDeReponse
            join reponse in contexte.Reponses on saisie.Reponse equals reponse.Id
            where reponse.Campagne == id
            group saisie by saisie.Ligne into g
            select new { g.Key, Nombre = g.Count() }
        ).ToDictionaryAsync(g => g.Key, g => g.Nombre, annulation);
        return
        [
            .. lignes.Select(l => new LigneDeCatalogueLue(
                l.Numero,
                l.Description,
                l.VersionDAjout,
                l.VersionDeModification,
                l.RetireeALaVersion,
                reponses.GetValueOrDefault(l.Numero)
            )),
        ];
    }
}
