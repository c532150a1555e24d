using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Journal;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Collectivites;

/// <summary>Lit l'histoire d'une fiche et celle des doublons qu'elle a absorbés.</summary>
public sealed class LireHistoriqueDeCollectivite(IDbContextFactory<MarchesDbContext> donnees, LireHistorique lire)
{
    public async Task<PageDe<LigneDHistorique>> ExecuterAsync(
        Acteur acteur,
        CollectiviteId id,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Consulter, id);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var absorbees = await contexte.Collectivites.Where(c => c.FusionneeDans == id).Select(c => c.Id).ToListAsync(annulation);
        return await lire.ExecuterAsync(
            acteur,
            [nameof(Collectivite)],
            [id.Valeur, .. absorbees.Select(a => a.Valeur)],
            demande,
            annulation
        );
    }
}
