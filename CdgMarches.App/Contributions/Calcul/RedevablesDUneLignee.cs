using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Calcul;

/// <summary>Un redevable, avec la version de la grille qui vaut pour lui et les chiffres que cette version compte.</summary>
/// <param name="Lu">Le redevable et ses données.</param>
/// <param name="Version">La version qui vaut pour lui.</param>
/// <param name="ANoter">Son acte précède la première version : elle ne vaut pour lui que du jour noté, et aucun ne l'est encore.</param>
public sealed record RedevableEtVersion(FaitsDAppel Lu, VersionDeGrille Version, bool ANoter);

/// <summary>Lit les redevables d'une lignée de grilles, chacun comme sa version le demande (RG6.01).</summary>
internal static class RedevablesDUneLignee
{
    /// <summary>Les versions adoptées d'une lignée, de la plus ancienne à la plus récente.</summary>
    public static async Task<List<VersionDeGrille>> VersionsAsync(
        this MarchesDbContext contexte,
        Guid lignee,
        CancellationToken annulation
    )
    {
        var grilles = await contexte
            .Grilles.AsNoTracking()
            .AsSplitQuery()
            .Where(g => g.Lignee == lignee && g.Etat == EtatDeGrille.Adoptee)
            .OrderBy(g => g.Debut)
            .ThenBy(g => g.Id)
            .ToListAsync(annulation);
        return
        [
            .. grilles.Select(g => new VersionDeGrille(
                g.Id,
                g.Numero,
                g.Debut!.Value,
                g.Deliberation,
                new Bareme(g.Definition())
            )),
        ];
    }

    /// <summary>Les redevables de l'exercice : une version qui compte une autre année que la suivante garde la sienne.</summary>
    public static async Task<List<RedevableEtVersion>> SelonLeurVersionAsync(
        this MarchesDbContext contexte,
        IReadOnlyList<VersionDeGrille> versions,
        int exercice,
        DateOnly date,
        CancellationToken annulation
    )
    {
        var ids = versions.Select(v => v.Id).ToList();
        var applications = await contexte
            .ApplicationsDeGrille.AsNoTracking()
            .Where(a => ids.Contains(a.Grille))
            .ToDictionaryAsync(a => (a.Grille, a.SourceId), a => a.Effet, annulation);
        List<RedevableEtVersion> retenus = [];
        foreach (var lecture in versions.GroupBy(v => v.Bareme.Grille.Lectures.AnneeComptee(exercice)))
        {
            var redevables = await contexte.RedevablesAsync(Assiette([.. lecture], exercice, date), annulation);
            foreach (var lu in redevables)
            {
                if (
                    VersionDe(versions, lu.Redevable, applications, exercice) is var (version, aNoter)
                    && version?.Bareme.Grille.Lectures.AnneeComptee(exercice) == lecture.Key
                )
                {
                    retenus.Add(new RedevableEtVersion(lu, version, aNoter));
                }
            }
        }

        retenus.Sort((a, b) => string.CompareOrdinal(a.Lu.CleDeTri, b.Lu.CleDeTri));
        return retenus;
    }

    /// <summary>Ce que des versions qui comptent la même année ont besoin de lire.</summary>
    private static DemandeDAssiette Assiette(IReadOnlyList<VersionDeGrille> versions, int exercice, DateOnly date) =>
        Simuler.Assiette(versions[^1].Bareme.Grille, exercice, date, versions.Select(v => v.Bareme.Grille));

    /// <summary>
    /// La version qui vaut pour un redevable : celle sous laquelle il s'est engagé, ou une plus récente dont l'application est
    /// notée avant le premier jour compté (RG6.01). À défaut, la première, dont l'application reste à noter.
    /// </summary>
    private static (VersionDeGrille? Version, bool ANoter) VersionDe(
        IReadOnlyList<VersionDeGrille> versions,
        Redevable redevable,
        Dictionary<(GrilleId, Guid), DateOnly> applications,
        int exercice
    )
    {
        var premier = redevable.Presence.Intersection(Periode.Annee(exercice))?.Debut ?? redevable.Presence.Debut;
        var applicable = versions.LastOrDefault(v =>
            v.Debut <= premier
            && (
                v.Debut <= redevable.Presence.Debut
                || (applications.TryGetValue((v.Id, redevable.SourceId), out var effet) && effet <= premier)
            )
        );
        return (applicable ?? versions.FirstOrDefault(v => v.Debut <= premier), applicable is null);
    }
}
