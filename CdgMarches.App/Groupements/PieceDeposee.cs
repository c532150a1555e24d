using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements;

/// <summary>Ce qu'une collectivité lit de son espace : ce qu'elle a déposé, et les documents opposables des groupements où elle entre.</summary>
internal static class PieceDeposee
{
    public static string Adresse(Guid piece) => $"/espace/pieces/{piece}";

    /// <summary>Si la pièce est l'une des siennes, ou d'un corpus qui lui est opposable ou soumis.</summary>
    public static async Task<bool> EstALireAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        Guid piece,
        CancellationToken annulation
    ) =>
        await EstUneSienneAsync(contexte, acteur, piece, annulation)
        || await contexte.ConventionsSoumises(acteur).AnyAsync(c => c.Documents.Any(d => d.Piece == piece), annulation);

    /// <summary>Les conventions des groupements où une collectivité de l'acteur est, a été, ou a un dossier.</summary>
    public static IQueryable<ConventionConstitutive> ConventionsSoumises(this MarchesDbContext contexte, Acteur acteur)
    {
        var siennes = acteur.Perimetre.Collectivites;
        return contexte
            .ConventionsConstitutives.AsNoTracking()
            .Where(c =>
                contexte.Adhesions.Any(a => a.Groupement == c.Groupement && siennes.Contains(a.Collectivite))
                || contexte.DossiersDAdhesion.Any(d => d.Groupement == c.Groupement && siennes.Contains(d.Collectivite))
            );
    }

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
