using CdgMarches.App.Documents.Bibliotheque;
using CdgMarches.App.Documents.Conventions;
using CdgMarches.App.Documents.Impression;
using CdgMarches.App.Documents.Origine;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Documents;

/// <summary>Les téléchargements des documents produits et des modèles.</summary>
internal static class DocumentsEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/documents/produits/{id:guid}/fichier", FichierAsync).RequireAuthorization(Droits.ConsulterCdg);
        routes.MapGet("/documents/produits/{id:guid}/pdf", PdfAsync).RequireAuthorization(Droits.ConsulterCdg);
        routes.MapGet("/documents/produits/{id:guid}/impression", ImpressionAsync).RequireAuthorization(Droits.ConsulterCdg);
        routes.MapDossiers();
        routes.MapGet("/documents/natures/{code}/origine.docx", Origine).RequireAuthorization(Droits.ConsulterCdg);
        routes
            .MapGet("/documents/modeles/{id:guid}/versions/{numero:int}", VersionAsync)
            .RequireAuthorization(Droits.ConsulterCdg);
    }

    private static async Task<IResult> FichierAsync(
        Guid id,
        ActeurCourant acteur,
        LireDocumentsProduits lire,
        ServirPiece servir,
        HttpContext http,
        CancellationToken annulation
    ) =>
        await lire.UnAsync(await acteur.LireAsync(annulation), id, annulation) is var (_, piece)
            ? servir.Repondre(piece, http)
            : TypedResults.NotFound();

    /// <summary>La page A4 à imprimer, toujours là ; rien n'en est gardé.</summary>
    private static async Task<IResult> ImpressionAsync(
        Guid id,
        ActeurCourant acteur,
        LireDocumentsProduits lire,
        ChoisirModele fichiers,
        HttpContext http,
        CancellationToken annulation
    )
    {
        if (await lire.UnAsync(await acteur.LireAsync(annulation), id, annulation) is not var (document, piece))
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Content(
            WordEnHtml.Page(await fichiers.LireAsync(piece, annulation), document.Titre),
            "text/html; charset=utf-8"
        );
    }

    private static async Task<IResult> PdfAsync(
        Guid id,
        ActeurCourant acteur,
        LireDocumentsProduits lire,
        ChoisirModele fichiers,
        ConvertirEnPdf convertir,
        CancellationToken annulation
    ) =>
        await lire.UnAsync(await acteur.LireAsync(annulation), id, annulation) is var (_, piece)
            ? TypedResults.File(
                await convertir.ExecuterAsync(await fichiers.LireAsync(piece, annulation), annulation),
                TypesMime.Pdf,
                Path.ChangeExtension(piece.Nom, ".pdf")
            )
            : TypedResults.NotFound();

    private static IResult Origine(string code, CatalogueDeDocuments catalogue, ModelesDOrigine origine, HorlogeLegale horloge) =>
        catalogue.Trouver(code) is { } nature
            ? TypedResults.File(
                origine.De(nature).Contenu,
                TypesMime.Docx,
                NomDeFichier.De("Modele", nature.Titre, horloge.Aujourdhui, "docx")
            )
            : TypedResults.NotFound();

    private static async Task<IResult> VersionAsync(
        Guid id,
        int numero,
        ActeurCourant acteurCourant,
        LireBibliotheque lire,
        ServirPiece servir,
        HttpContext http,
        CancellationToken annulation
    )
    {
        var acteur = await acteurCourant.LireAsync(annulation);
        return await lire.PieceAsync(acteur, new ModeleId(id), numero, annulation) is { } piece
            ? await servir.ExecuterAsync(acteur, piece, (_, _, _) => Task.FromResult(true), http, annulation: annulation)
            : TypedResults.NotFound();
    }
}
