using CdgMarches.App.Socle.Composants;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Espace;

/// <summary>Les collectivités d'un membre, pour choisir celle au nom de laquelle il agit.</summary>
public sealed class LireCollectivitesDuMembre(IDbContextFactory<MarchesDbContext> donnees)
{
    public async Task<IReadOnlyList<Option<CollectiviteId?>>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Espace);
        var siennes = acteur.Perimetre.Collectivites;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var lues = await contexte
            .Collectivites.Where(c => siennes.Contains(c.Id))
            .OrderBy(c => c.CleDeTri)
            .Select(c => new { c.Id, c.Nom })
            .ToListAsync(annulation);
        return [.. lues.Select(c => new Option<CollectiviteId?>(c.Id, c.Nom))];
    }
}
