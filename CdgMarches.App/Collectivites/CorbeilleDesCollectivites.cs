using CdgMarches.App.Accueil;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Collectivites;

/// <summary>Les fiches archivées ; une fiche fusionnée dans une autre n'est pas à rétablir.</summary>
internal sealed class CorbeilleDesCollectivites(IDbContextFactory<MarchesDbContext> donnees, RetablirCollectivite retablir)
    : ISourceDeCorbeille
{
    public string Genre => "Collectivité";

    public async Task<IReadOnlyList<ObjetRetire>> LireAsync(Acteur acteur, DateTimeOffset depuis, CancellationToken annulation)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var lues = await contexte
            .Collectivites.AsNoTracking()
            .Where(c => c.ArchiveLe >= depuis && c.FusionneeDans == null)
            .Select(c => new
            {
                c.Id,
                c.Version,
                c.Nom,
                c.ArchiveLe,
            })
            .ToListAsync(annulation);
        var peut = acteur.Peut(Droits.GererCollectivites);
        return
        [
            .. lues.Select(c => new ObjetRetire(
                Genre,
                c.Id.Valeur,
                c.Version,
                c.Nom,
                $"/collectivites/{c.Id.Valeur}",
                c.ArchiveLe!.Value,
                peut
            )),
        ];
    }

    public Task RetablirAsync(Acteur acteur, Guid id, int versionLue, CancellationToken annulation) =>
        retablir.ExecuterAsync(acteur, new CollectiviteId(id), versionLue, annulation);
}
