using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Tests.Outils;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Contributions;

/// <summary>Le texte d'un document Word produit, paragraphe par paragraphe.</summary>
internal static class TexteDuDocument
{
    public static async Task<string> LireAsync(SocleDEssai socle, Guid piece, CancellationToken annulation)
    {
        await using var contexte = await socle.OuvrirAsync();
        var stockee = await contexte.Pieces.SingleAsync(p => p.Id == piece, annulation);
        await using var flux = socle.Le<MagasinDeFichiers>().Ouvrir(stockee);
        using var memoire = new MemoryStream();
        await flux.CopyToAsync(memoire, annulation);
        memoire.Position = 0;
        return Lire(memoire);
    }

    public static string Lire(Stream contenu)
    {
        using var document = WordprocessingDocument.Open(contenu, isEditable: false);
        return string.Join(
            '\n',
            document
                .MainDocumentPart!.Document.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>()
                .Select(p => p.InnerText)
        );
    }
}
