using CdgMarches.App.Recensements.Excel;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

internal static class RecensementsEndpoints
{
    public static IEndpointRouteBuilder MapRecensements(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/recensements/reponses/{id:guid}/grille", GrilleAsync).RequireAuthorization(Droits.Consulter);
        routes.MapGet("/recensements/reponses/{id:guid}/piece", PieceAsync).RequireAuthorization(Droits.Consulter);
        routes.MapRecensementsExcel();
        return routes;
    }

    public static string AdresseDeGrille(ReponseId id) => $"/recensements/reponses/{id.Valeur}/grille";

    private static async Task<Results<RazorComponentResult<GrilleDeSaisie>, NotFound>> GrilleAsync(
        Guid id,
        ActeurCourant acteur,
        LireReponse lire,
        HttpContext http,
        CancellationToken annulation
    )
    {
        var grille = await lire.GrilleAsync(await acteur.LireAsync(annulation), new ReponseId(id), annulation);
        if (grille is null)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<GrilleDeSaisie>(
            new Dictionary<string, object?> { [nameof(GrilleDeSaisie.Grille)] = grille }
        );
    }

    /// <summary>L'état des besoins signé, à qui peut lire la réponse.</summary>
    private static async Task<IResult> PieceAsync(
        Guid id,
        ActeurCourant acteur,
        ServirPiece servir,
        IDbContextFactory<Database.MarchesDbContext> donnees,
        HttpContext http,
        CancellationToken annulation
    )
    {
        var lecteur = await acteur.LireAsync(annulation);
        var reponse = new ReponseId(id);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var piece = await contexte
            .ReponsesVisibles(lecteur)
            .Where(r => r.Id == reponse)
            .Select(r => r.Piece)
            .SingleOrDefaultAsync(annulation);
        return piece is { } trouvee
            ? await servir.ExecuterAsync(lecteur, trouvee, (_, _, _) => Task.FromResult(true), http, enLigne: true, annulation)
            : TypedResults.NotFound();
    }
}
