using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CdgMarches.Database;

/// <summary>Ce que chaque connexion SQLite reçoit à son ouverture.</summary>
/// <remarks>
/// <c>synchronous=FULL</c> : une écriture confirmée survit à la coupure. Le tri décimal d'EF Core 10 lit les nombres dans la
/// culture courante et arrête le processus sous fr-FR (dotnet/efcore#37432, corrigé en version 11) : on lui substitue une
/// comparaison invariante.
/// </remarks>
internal sealed class ConnexionSqlite : DbConnectionInterceptor
{
    /// <summary>Une seule instance pour le processus : EF refait sinon ses services internes à chaque jeu d'options.</summary>
    public static ConnexionSqlite Unique { get; } = new();

    private ConnexionSqlite() { }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Preparer(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Preparer(connection);
        return Task.CompletedTask;
    }

    private static void Preparer(DbConnection connexion)
    {
        var sqlite = (SqliteConnection)connexion;
        sqlite.CreateCollation("EF_DECIMAL", (x, y) => decimal.Compare(Lire(x), Lire(y)));
        using var commande = sqlite.CreateCommand();
        commande.CommandText = "PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000;";
        commande.ExecuteNonQuery();
    }

    private static decimal Lire(string texte) =>
        decimal.TryParse(texte, NumberStyles.Number, CultureInfo.InvariantCulture, out var valeur) ? valeur : decimal.MinValue;
}
