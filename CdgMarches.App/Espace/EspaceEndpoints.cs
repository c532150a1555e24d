using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Espace;

/// <summary>Les téléchargements de l'espace d'un membre.</summary>
internal static class EspaceEndpoints
{
    public static void MapEspace(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/espace/activite/{id:guid}/rapports/{document:guid}", ServirRapportAsync)
            .RequireAuthorization(Droits.Consulter);

    /// <summary>Le rapport d'activité produit pour une collectivité de l'acteur ; aucun autre.</summary>
    private static async Task<IResult> ServirRapportAsync(
        Guid id,
        Guid document,
        HttpContext http,
        ActiviteDuGroupement activites,
        ServirPiece servir,
        ActeurCourant acteurCourant,
        CancellationToken annulation
    )
    {
        var acteur = await acteurCourant.LireAsync(annulation);
        return await activites.PieceDuRapportAsync(acteur, new GroupementId(id), document, annulation) is { } piece
            ? await servir.ExecuterAsync(acteur, piece, (_, _, _) => Task.FromResult(true), http, annulation: annulation)
            : TypedResults.NotFound();
    }
}
