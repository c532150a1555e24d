using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>La campagne dont on importe le catalogue.</summary>
public sealed record CatalogueAImporter(string Intitule, EtatDeCampagne Etat, int Lignes);

/// <summary>Lit de quoi montrer la page d'import du catalogue.</summary>
public sealed class LireCatalogueAImporter(IDbContextFactory<MarchesDbContext> donnees)
{
    /// <returns>Null si la campagne n'est pas du périmètre.</returns>
    public async Task<CatalogueAImporter?> ExecuterAsync(Acteur acteur, CampagneId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererRecensements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte
            .CampagnesVisibles(acteur)
            .Where(c => c.Id == id)
            .Select(c => new CatalogueAImporter(
                c.Intitule,
                c.Etat,
                contexte.LignesDeCatalogue.Count(l => l.Campagne == c.Id && l.RetireeALaVersion == null)
            ))
            .SingleOrDefaultAsync(annulation);
    }
}
