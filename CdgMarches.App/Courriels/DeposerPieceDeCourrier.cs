using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Courriels;

/// <summary>Range au magasin un document à transmettre, un courrier ou un accusé numérisé.</summary>
/// <remarks>Une pièce que rien ne désigne ensuite est un reste que la vérification des fichiers énumère.</remarks>
public sealed class DeposerPieceDeCourrier(IDbContextFactory<MarchesDbContext> donnees, MagasinDeFichiers magasin)
{
    /// <returns>L'identifiant de la pièce.</returns>
    /// <exception cref="Socle.RefusException">Le fichier est vide, trop gros ou d'un type refusé.</exception>
    public async Task<Guid> ExecuterAsync(Acteur acteur, string chemin, string nom, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await using var contenu = File.OpenRead(chemin);
        var piece = await magasin.DeposerAsync(contexte, contenu, nom, acteur, annulation: annulation);
        await contexte.SaveChangesAsync(annulation);
        return piece.Id;
    }
}
