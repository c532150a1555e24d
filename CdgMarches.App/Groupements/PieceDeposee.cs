using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements;

/// <summary>Ce qu'une collectivité a déposé de son espace, et peut relire : ses pièces d'adhésion et ses délibérations.</summary>
internal static class PieceDeposee
{
    public static string Adresse(Guid piece) => $"/espace/pieces/{piece}";

    /// <summary>Si la pièce est d'un dossier d'adhésion ou d'une réponse à un avenant d'une collectivité de l'acteur.</summary>
    public static async Task<bool> EstUneSienneAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        Guid piece,
        CancellationToken annulation
    )
    {
        acteur.Exiger(Droits.Espace);
        var siennes = acteur.Perimetre.Collectivites;
        return await contexte.DossiersDAdhesion.AnyAsync(
                d => siennes.Contains(d.Collectivite) && d.Pieces.Any(p => p.Fichier == piece),
                annulation
            )
            || await contexte.ApprobationsDAvenant.AnyAsync(
                r => siennes.Contains(r.Collectivite) && r.Deliberation.Piece == piece,
                annulation
            );
    }
}
