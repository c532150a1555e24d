using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Commissions;

/// <summary>Les téléchargements de la commission.</summary>
internal static class CommissionsEndpoints
{
    public static void MapCommissions(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/commissions/seances/{id:guid}/documents/{piece:guid}", ServirAsync)
            .RequireAuthorization(Droits.ConsulterCdg);
        routes
            .MapGet("/commissions/seances/{id:guid}/dossier-de-preuve.zip", ExporterDossierAsync)
            .RequireAuthorization(Droits.GererCommissions);
        routes
            .MapGet(
                "/convocation/{jeton}/documents/{piece:guid}",
                (string jeton, Guid piece, HttpContext http, AccesAuxDocuments documents, CancellationToken annulation) =>
                    documents.ServirAsync(jeton, piece, http, annulation)
            )
            .AllowAnonymous();
    }

    private static async Task<IResult> ServirAsync(
        Guid id,
        Guid piece,
        HttpContext http,
        ServirPiece servir,
        ActeurCourant acteurCourant,
        CancellationToken annulation
    )
    {
        var acteur = await acteurCourant.LireAsync(annulation);
        return await servir.ExecuterAsync(
            acteur,
            piece,
            (contexte, demandee, jeton) => EstDeLaSeanceAsync(contexte, acteur, new SeanceId(id), demandee.Id, jeton),
            http,
            enLigne: true,
            annulation
        );
    }

    /// <summary>Le procès-verbal se lit de qui voit la séance ; les documents des points, de qui la prépare (RG2.34).</summary>
    private static async Task<bool> EstDeLaSeanceAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        SeanceId id,
        Guid piece,
        CancellationToken annulation
    )
    {
        var prepare = acteur.Peut(Droits.GererCommissions);
        return await contexte
            .SeancesVisibles(acteur)
            .AnyAsync(
                s =>
                    s.Id == id
                    && (
                        s.PvSigne == piece
                        || s.Rectificatifs.Any(r => r.Piece == piece)
                        || (prepare && s.Documents.Any(d => d.Piece == piece))
                    ),
                annulation
            );
    }

    private static async Task<Results<FileStreamHttpResult, NotFound>> ExporterDossierAsync(
        Guid id,
        DossierDePreuve dossier,
        LirePiecesDeSeance lire,
        ActeurCourant acteurCourant,
        HorlogeLegale horloge,
        HttpContext http,
        CancellationToken annulation
    )
    {
        var acteur = await acteurCourant.LireAsync(annulation);
        if (await lire.ExecuterAsync(acteur, new SeanceId(id), annulation) is not { } pieces)
        {
            return TypedResults.NotFound();
        }

        // A temporary file: the whole archive never sits in memory, and the download has a length.
        var fichier = new FileStream(
            Path.Combine(Path.GetTempPath(), $"cdgmarches-{Guid.CreateVersion7():N}.zip"),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            }
        );
        http.Response.RegisterForDispose(fichier);
        await dossier.EcrireAsync(acteur, new SeanceId(id), fichier, annulation);
        fichier.Position = 0;
        return TypedResults.File(
            fichier,
            "application/zip",
            Socle.Tableur.NomDeFichier.De("Dossier de preuve", pieces.Seance.Reference.ToString(), horloge.Aujourdhui, "zip")
        );
    }
}
