using CdgMarches.App.Documents.Origine;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Documents;

/// <summary>Les téléchargements des documents produits et des modèles.</summary>
internal static class DocumentsEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/documents/produits/{id:guid}/fichier", FichierAsync).RequireAuthorization(Droits.ConsulterCdg);
        routes.MapGet("/documents/natures/{code}/origine.docx", Origine).RequireAuthorization(Droits.ConsulterCdg);
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

    private static IResult Origine(string code, CatalogueDeDocuments catalogue, ModelesDOrigine origine, HorlogeLegale horloge) =>
        catalogue.Trouver(code) is { } nature
            ? TypedResults.File(
                origine.De(nature).Contenu,
                TypesMime.Docx,
                NomDeFichier.De("Modele", nature.Titre, horloge.Aujourdhui, "docx")
            )
            : TypedResults.NotFound();
}
