using CdgMarches.Database;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions;

/// <summary>Le nom de chaque type de facturation, que les grilles et les refacturations donnent à son code.</summary>
internal static class LibellesDesTypes
{
    /// <returns>Le libellé par code ; celui d'une grille l'emporte sur celui d'une refacturation.</returns>
    public static async Task<Dictionary<string, string>> LibellesDesTypesAsync(
        this MarchesDbContext contexte,
        CancellationToken annulation
    )
    {
        var grilles = await contexte.Grilles.Select(g => new { g.Type.Code, g.Type.Libelle }).Distinct().ToListAsync(annulation);
        var frais = await contexte
            .Refacturations.Select(r => new { r.Type.Code, r.Type.Libelle })
            .Distinct()
            .ToListAsync(annulation);
        return grilles
            .Concat(frais)
            .GroupBy(t => t.Code, StringComparer.Ordinal)
            .ToDictionary(t => t.Key, t => t.First().Libelle, StringComparer.Ordinal);
    }
}
