using CdgMarches.App.Groupements.Retraits;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Marches;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Constitution;

/// <summary>La fin de chaque marché du groupement, résiliation et reconductions comprises : le terme de la convention en dépend.</summary>
internal sealed class FinsDesMarches : IFinsDeMarche
{
    public async Task<IReadOnlyList<FinDeMarche>> LireAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        CancellationToken annulation
    ) =>
        [
            .. (
                await contexte
                    .Set<Marche>()
                    .AsNoTracking()
                    .Where(m => m.Groupement == groupement && m.Fin != null)
                    .OrderBy(m => m.Reference)
                    .Select(m => new
                    {
                        m.Reference,
                        Fin = m.ResilieLe ?? m.Fin,
                        Maximale = m.ResilieLe ?? m.FinMaximale ?? m.Fin,
                    })
                    .ToListAsync(annulation)
            ).Select(m => new FinDeMarche(m.Reference, m.Fin!.Value, m.Maximale!.Value)),
        ];
}

/// <summary>Les marchés en cours que le partant laisse, et le minimum garanti dont il garde sa part (RG1.32).</summary>
internal sealed class SuitesDesMarches : ISuitesDeRetrait
{
    public async Task<IReadOnlyList<SuiteDeRetrait>> LireAsync(
        MarchesDbContext contexte,
        DossierDeRetrait dossier,
        CancellationToken annulation
    )
    {
        var apres = dossier.SortieLe ?? dossier.AnnonceLe;
        var marches = await (
            from m in contexte.Set<Marche>().AsNoTracking()
            where m.Groupement == dossier.Groupement && m.ResilieLe == null && m.Fin >= apres
            where
                contexte.MembresFiges.Any(f =>
                    f.Procedure == m.Procedure && f.Lot == m.Lot && f.Collectivite == dossier.Collectivite
                )
            orderby m.Reference
            select new
            {
                m.Reference,
                m.Objet,
                m.Fin,
                m.MinimumCentimes,
            }
        ).ToListAsync(annulation);
        return
        [
            .. marches.Select(m => new SuiteDeRetrait(
                $"Marché en cours {m.Reference}",
                $"{m.Objet}, jusqu'au {Formats.DateLongue(m.Fin!.Value)}. "
                    + (
                        m.MinimumCentimes is { } minimum and > 0
                            ? $"Minimum garanti de {Formats.CentimesHt(minimum)} : il en garde sa part."
                            : "Sans minimum garanti."
                    )
            )),
        ];
    }
}
