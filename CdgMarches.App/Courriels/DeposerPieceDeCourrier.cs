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
    public Task<Guid> ExecuterAsync(Acteur acteur, string chemin, string nom, CancellationToken annulation = default) =>
        RangerAsync(acteur, chemin, nom, permis: null, annulation);

    /// <summary>Range un accusé de réception numérisé : un PDF ou une image.</summary>
    /// <inheritdoc cref="ExecuterAsync" path="/returns"/>
    /// <exception cref="Socle.RefusException">Le fichier est vide, trop gros, ou n'est ni un PDF ni une image.</exception>
    public Task<Guid> AccuseAsync(Acteur acteur, string chemin, string nom, CancellationToken annulation = default) =>
        RangerAsync(acteur, chemin, nom, TypesMime.PapiersSignes, annulation);

    private async Task<Guid> RangerAsync(
        Acteur acteur,
        string chemin,
        string nom,
        IReadOnlyList<string>? permis,
        CancellationToken annulation
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await using var contenu = File.OpenRead(chemin);
        var piece = await magasin.DeposerAsync(contexte, contenu, nom, acteur, permis, annulation);
        await contexte.SaveChangesAsync(annulation);
        return piece.Id;
    }
}
