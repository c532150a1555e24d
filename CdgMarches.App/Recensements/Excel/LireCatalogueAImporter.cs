using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Une campagne dont on peut reprendre le catalogue.</summary>
public sealed record CampagneACopier(CampagneId Id, string Intitule, int Exercice, int Lignes);

/// <summary>La campagne dont on importe le catalogue.</summary>
public sealed record CatalogueAImporter(
    string Intitule,
    EtatDeCampagne Etat,
    int Version,
    int Lignes,
    IReadOnlyList<CampagneACopier> Passees
);

/// <summary>Lit de quoi montrer la page d'import du catalogue.</summary>
public sealed class LireCatalogueAImporter(IDbContextFactory<MarchesDbContext> donnees)
{
    /// <returns>Null si la campagne n'est pas du périmètre.</returns>
    public async Task<CatalogueAImporter?> ExecuterAsync(Acteur acteur, CampagneId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererRecensements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var campagne = await contexte
            .CampagnesVisibles(acteur)
            .Where(c => c.Id == id)
            .Select(c => new
            {
                c.Intitule,
                c.Etat,
                c.Version,
                c.Groupement,
                Lignes = contexte.LignesDeCatalogue.Count(l => l.Campagne == c.Id && l.RetireeALaVersion == null),
            })
            .SingleOrDefaultAsync(annulation);
        if (campagne is null)
        {
            return null;
        }

        var passees = await contexte
            .CampagnesVisibles(acteur)
            .Where(c => c.Groupement == campagne.Groupement && c.Id != id)
            .OrderByDescending(c => c.Exercice)
            .ThenByDescending(c => c.Ouverture)
            .Select(c => new CampagneACopier(
                c.Id,
                c.Intitule,
                c.Exercice,
                contexte.LignesDeCatalogue.Count(l => l.Campagne == c.Id && l.RetireeALaVersion == null)
            ))
            .ToListAsync(annulation);
        return new CatalogueAImporter(
            campagne.Intitule,
            campagne.Etat,
            campagne.Version,
            campagne.Lignes,
            [.. passees.Where(p => p.Lignes > 0)]
        );
    }
}
