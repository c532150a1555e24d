using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Impression;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Courriels;

/// <summary>Le fichier d'un document produit, tel qu'il part aux membres : en PDF, que personne ne retouche, si le serveur sait le faire.</summary>
public sealed class JoindreDocument(
    IDbContextFactory<MarchesDbContext> donnees,
    ChoisirModele fichiers,
    MagasinDeFichiers magasin,
    ConvertirEnPdf convertir
)
{
    /// <summary>Vrai si le document part en PDF.</summary>
    public bool EnPdf => convertir.EstPossible;

    /// <returns>La pièce à joindre : le PDF, ou le fichier Word quand il n'a pas pu être converti.</returns>
    public async Task<Guid> ExecuterAsync(Acteur acteur, PieceStockee piece, CancellationToken annulation = default)
    {
        if (!EnPdf || await ConvertirAsync(piece, annulation) is not { } pdf)
        {
            return piece.Id;
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await using var contenu = new MemoryStream(pdf);
        var nom = Path.ChangeExtension(piece.Nom, ".pdf");
        var jointe = await magasin.ProduireAsync(contexte, contenu, nom, TypesMime.Pdf, acteur, annulation);
        await contexte.SaveChangesAsync(annulation);
        return jointe.Id;
    }

    private async Task<byte[]?> ConvertirAsync(PieceStockee piece, CancellationToken annulation)
    {
        try
        {
            return await convertir.ExecuterAsync(await fichiers.LireAsync(piece, annulation), annulation);
        }
        catch (RefusException)
        {
            // A converter out of order must not keep an information from the members: the Word file is the same document.
            return null;
        }
    }
}
