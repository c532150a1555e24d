using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Socle.Travaux;

/// <summary>Efface les travaux de plus de sept jours avec leur fichier, et les brouillons et avis oubliés.</summary>
internal sealed class PurgerTravaux(IDbContextFactory<MarchesDbContext> donnees, MagasinDeFichiers magasin, TimeProvider horloge)
{
    private static readonly TimeSpan BrouillonsGardes = TimeSpan.FromDays(60);
    private static readonly TimeSpan AvisGardes = TimeSpan.FromDays(90);

    public async Task ExecuterAsync(CancellationToken annulation = default)
    {
        var maintenant = horloge.GetUtcNow();
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var expires = await contexte.Travaux.Where(t => t.ExpireLe <= maintenant).ToListAsync(annulation);
        foreach (var travail in expires)
        {
            await EffacerAsync(contexte, travail, annulation);
        }

        var brouillons = maintenant - BrouillonsGardes;
        await contexte.Brouillons.Where(b => b.ModifieLe < brouillons).ExecuteDeleteAsync(annulation);
        var avis = maintenant - AvisGardes;
        await contexte.Notifications.Where(n => n.CreeeLe < avis).ExecuteDeleteAsync(annulation);
        await contexte.Baux.Where(b => b.Jusque < brouillons).ExecuteDeleteAsync(annulation);
    }

    private async Task EffacerAsync(MarchesDbContext contexte, Travail travail, CancellationToken annulation)
    {
        var piece = await contexte.Pieces.SingleOrDefaultAsync(p => p.Id == travail.PieceId, annulation);
        contexte.Travaux.Remove(travail);
        if (piece is null)
        {
            await contexte.SaveChangesAsync(annulation);
            return;
        }

        contexte.Pieces.Remove(piece);
        await contexte.SaveChangesAsync(annulation);
        if (!await contexte.Pieces.AnyAsync(p => p.Sha256 == piece.Sha256, annulation))
        {
            magasin.Oublier(piece.Sha256);
        }
    }
}
