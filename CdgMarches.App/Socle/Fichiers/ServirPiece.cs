using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace CdgMarches.App.Socle.Fichiers;

/// <summary>Sert le contenu d'une pièce, pour le point d'accès d'une capacité qui sait, elle, qui peut la lire.</summary>
public sealed class ServirPiece(IDbContextFactory<MarchesDbContext> donnees, MagasinDeFichiers magasin)
{
    /// <param name="acteur">Celui qui demande.</param>
    /// <param name="piece">La pièce demandée.</param>
    /// <param name="peutLire">La vérification de la capacité, objet par objet : la pièce appartient-elle à ce que l'acteur peut lire ?</param>
    /// <param name="http">La requête, dont les en-têtes de réponse sont posés ici.</param>
    /// <param name="enLigne">Montrer dans le navigateur les types qui s'y prêtent, au lieu de télécharger.</param>
    /// <param name="annulation">Abandonne la lecture.</param>
    /// <returns>Le contenu ; « introuvable » si la pièce n'existe pas ou n'est pas à lui, sans dire lequel des deux.</returns>
    public async Task<IResult> ExecuterAsync(
        Acteur acteur,
        Guid piece,
        Func<MarchesDbContext, PieceStockee, CancellationToken, Task<bool>> peutLire,
        HttpContext http,
        bool enLigne = false,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var demandee = await contexte.Pieces.AsNoTracking().SingleOrDefaultAsync(p => p.Id == piece, annulation);
        return demandee is not null && await peutLire(contexte, demandee, annulation)
            ? Repondre(demandee, http, enLigne)
            : TypedResults.NotFound();
    }

    /// <summary>Répond par le contenu d'une pièce dont le droit de lecture est déjà établi (lien personnel).</summary>
    public IResult Repondre(PieceStockee piece, HttpContext http, bool enLigne = false)
    {
        var contenu = magasin.Ouvrir(piece);
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        http.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Stream(
            contenu,
            piece.TypeMime is TypesMime.Texte or TypesMime.Csv ? "application/octet-stream" : piece.TypeMime,
            enLigne && TypesMime.SAfficheEnLigne(piece.TypeMime) ? null : piece.Nom,
            piece.DeposeeLe,
            new EntityTagHeaderValue($"\"{piece.Sha256}\""),
            enableRangeProcessing: true
        );
    }
}
