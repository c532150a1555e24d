using System.Data.Common;
using CdgMarches.Database;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Socle;

/// <summary>Prend, prolonge et rend les baux qui évitent que deux nœuds fassent le même travail.</summary>
public sealed class Baux(IDbContextFactory<MarchesDbContext> donnees, TimeProvider horloge)
{
    /// <summary>Ce processus, tel que les baux le nomment.</summary>
    public static string Ici { get; } = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.CreateVersion7():N}";

    /// <summary>Prend le bail s'il est libre ou expiré, ou prolonge celui que l'on tient déjà.</summary>
    /// <param name="id">Ce que le bail réserve.</param>
    /// <param name="duree">Combien de temps, à partir de maintenant.</param>
    /// <param name="detenteur">Qui le prend ; ce processus si rien n'est dit.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    /// <returns>Faux si un autre le tient encore.</returns>
    public async Task<bool> PrendreAsync(
        Guid id,
        TimeSpan duree,
        string? detenteur = null,
        CancellationToken annulation = default
    )
    {
        var qui = detenteur ?? Ici;
        var maintenant = horloge.GetUtcNow();
        var jusque = maintenant + duree;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var pris = await contexte
            .Baux.Where(b => b.Id == id && (b.Detenteur == qui || b.Jusque <= maintenant))
            .ExecuteUpdateAsync(b => b.SetProperty(x => x.Detenteur, qui).SetProperty(x => x.Jusque, jusque), annulation);
        if (pris > 0 || await contexte.Baux.AnyAsync(b => b.Id == id, annulation))
        {
            return pris > 0;
        }

        var fin = DateTimeOffset.FromUnixTimeMilliseconds(jusque.ToUnixTimeMilliseconds()).UtcDateTime;
        try
        {
            return await contexte.Database.ExecuteSqlAsync(
                    $"INSERT INTO Baux (Id, Detenteur, Jusque) SELECT {id}, {qui}, {fin} WHERE NOT EXISTS (SELECT 1 FROM Baux WHERE Id = {id})",
                    annulation
                ) > 0;
        }
        catch (DbException)
        {
            // SQL Server: another node inserted the same key in between, and holds the lease.
            return false;
        }
    }

    /// <summary>Prolonge un bail que l'on tient encore.</summary>
    /// <returns>Faux si on l'a perdu : il faut cesser le travail sans rien écrire de plus.</returns>
    public async Task<bool> ProlongerAsync(
        Guid id,
        TimeSpan duree,
        string? detenteur = null,
        CancellationToken annulation = default
    )
    {
        var qui = detenteur ?? Ici;
        var jusque = horloge.GetUtcNow() + duree;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte
                .Baux.Where(b => b.Id == id && b.Detenteur == qui)
                .ExecuteUpdateAsync(b => b.SetProperty(x => x.Jusque, jusque), annulation) > 0;
    }

    /// <summary>Rend un bail, s'il est encore à nous.</summary>
    public async Task RendreAsync(Guid id, string? detenteur = null, CancellationToken annulation = default)
    {
        var qui = detenteur ?? Ici;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.Baux.Where(b => b.Id == id && b.Detenteur == qui).ExecuteDeleteAsync(annulation);
    }
}
