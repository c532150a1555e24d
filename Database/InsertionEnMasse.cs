using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CdgMarches.Database;

/// <summary>Insère des milliers de lignes neuves d'un même type, sans les suivre.</summary>
/// <remarks>
/// SQLite n'a pas de lots : <c>SaveChanges</c> y prépare une commande par ligne. Une seule commande préparée, ici, sert à
/// toutes. SQL Server, dont chaque commande est un aller-retour, garde les lots d'EF.
/// </remarks>
public static class InsertionEnMasse
{
    /// <param name="contexte">Une transaction y est ouverte : les lignes valent toutes ou aucune.</param>
    /// <param name="lignes">Des lignes d'un type simple, sans possession ni valeur donnée par la base.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    /// <exception cref="InvalidOperationException">Aucune transaction n'est ouverte.</exception>
    public static async Task InsererAsync<T>(
        this MarchesDbContext contexte,
        IReadOnlyCollection<T> lignes,
        CancellationToken annulation = default
    )
        where T : class
    {
        var transaction =
            contexte.Database.CurrentTransaction
            ?? throw new InvalidOperationException("Une insertion en masse se fait dans la transaction de ce qu'elle complète.");
        if (!contexte.Database.IsSqlite())
        {
            contexte.AddRange(lignes);
            await contexte.SaveChangesAsync(annulation);
            return;
        }

        var colonnes = Colonnes(contexte, typeof(T), out var table);
        await using var commande = contexte.Database.GetDbConnection().CreateCommand();
        commande.Transaction = transaction.GetDbTransaction();
        commande.CommandText =
            $"INSERT INTO \"{table}\" ({string.Join(", ", colonnes.Select(c => $"\"{c.Nom}\""))}) "
            + $"VALUES ({string.Join(", ", colonnes.Select((_, rang) => $"@p{rang}"))})";
        var parametres = colonnes.Select((_, rang) => Parametre(commande, $"@p{rang}")).ToArray();
        await commande.PrepareAsync(annulation);
        foreach (var ligne in lignes)
        {
            annulation.ThrowIfCancellationRequested();
            for (var i = 0; i < parametres.Length; i++)
            {
                parametres[i].Value = colonnes[i].Lire(ligne) ?? DBNull.Value;
            }

            await commande.ExecuteNonQueryAsync(annulation);
        }
    }

    private static List<(string Nom, Func<object, object?> Lire)> Colonnes(MarchesDbContext contexte, Type type, out string table)
    {
        var entite =
            contexte.Model.FindEntityType(type) ?? throw new InvalidOperationException($"{type.Name} n'est pas dans le modèle.");
        table = entite.GetTableName()!;
        var magasin = StoreObjectIdentifier.Table(table);
        return [.. entite.GetProperties().Select(p => (p.GetColumnName(magasin)!, Lecteur(p)))];
    }

    /// <summary>La valeur d'une propriété, telle que la base la reçoit.</summary>
    private static Func<object, object?> Lecteur(IProperty propriete)
    {
        var lire = propriete.GetGetter();
        var convertir = propriete.GetTypeMapping().Converter?.ConvertToProvider;
        return convertir is null ? lire.GetClrValue : ligne => lire.GetClrValue(ligne) is { } valeur ? convertir(valeur) : null;
    }

    private static DbParameter Parametre(DbCommand commande, string nom)
    {
        var parametre = commande.CreateParameter();
        parametre.ParameterName = nom;
        commande.Parameters.Add(parametre);
        return parametre;
    }
}
