using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Collectivites;

internal static class ChargementDeCollectivite
{
    private const int UniqueSqlite = 2067;

    /// <summary>La fiche entière, en requêtes séparées : jointes, ses collections se multiplieraient l'une par l'autre.</summary>
    /// <exception cref="RefusException">Elle n'existe pas.</exception>
    public static async Task<Collectivite> ChargerCollectiviteAsync(
        this MarchesDbContext contexte,
        CollectiviteId id,
        CancellationToken annulation
    ) => await contexte.Collectivites.AsSplitQuery().SingleOrDefaultAsync(c => c.Id == id, annulation) ?? throw Absente();

    /// <summary>Ce qu'il faut d'une fiche pour s'y rattacher ou la nommer.</summary>
    /// <exception cref="RefusException">Elle n'existe pas, ou est archivée.</exception>
    public static async Task<RenvoiDeCollectivite> RenvoiAsync(
        this MarchesDbContext contexte,
        CollectiviteId id,
        CancellationToken annulation
    ) =>
        await contexte
            .Collectivites.AsNoTracking()
            .Where(c => c.Id == id && c.FusionneeDans == null)
            .Select(c => new RenvoiDeCollectivite(c.Id, c.Nom, c.Categorie))
            .SingleOrDefaultAsync(annulation)
        ?? throw Absente();

    /// <summary>Enregistre ; un SIRET pris entre la vérification et l'écriture se dit comme s'il l'avait été avant.</summary>
    public static async Task EnregistrerFicheAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        DateTimeOffset instant,
        CancellationToken annulation
    )
    {
        try
        {
            await contexte.EnregistrerAsync(acteur, instant, annulation);
        }
        catch (DbUpdateException panne) when (panne is not DbUpdateConcurrencyException && EstUnDouble(panne.InnerException))
        {
            throw new RefusException(
                "Un collègue vient d'enregistrer une fiche avec ce SIRET. Rien n'a été écrit ; cherchez cette fiche dans la liste."
            );
        }
    }

    /// <summary>La base a refusé une valeur qui doit être unique.</summary>
    public static bool EstUnDouble(Exception? panne) =>
        panne switch
        {
            SqliteException sqlite => sqlite.SqliteExtendedErrorCode is UniqueSqlite or 1555,
            SqlException sqlServer => sqlServer.Number is 2601 or 2627,
            _ => false,
        };

    private static RefusException Absente() =>
        new("Cette collectivité n'existe pas ou n'existe plus. Rien n'a été modifié ; revenez à la liste des collectivités.");
}
