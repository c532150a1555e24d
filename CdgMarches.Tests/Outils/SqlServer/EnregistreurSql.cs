using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using CdgMarches.Database;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CdgMarches.Tests.Outils.SqlServer;

/// <summary>Makes a SQL Server context that never opens a connection: every command is recorded, none is sent.</summary>
internal sealed class EnregistreurSql : DbCommandInterceptor, IDbConnectionInterceptor, IDbTransactionInterceptor
{
    /// <summary>Shared by all recorders: their procedures meet in one schema, under distinct names.</summary>
    private static int _numero;

    /// <summary>Each distinct command once, wrapped as a stored procedure so that a schema model can bind its names.</summary>
    public ConcurrentDictionary<string, string> Procedures { get; } = new(StringComparer.Ordinal);

    /// <summary>Every text recorded, in order.</summary>
    public ConcurrentQueue<string> Textes { get; } = new();

    public SqlServerMarchesDbContext NouveauContexte()
    {
        var options = new DbContextOptionsBuilder<SqlServerMarchesDbContext>();
        SqlServerMarchesDbContext.Configurer(options, "Server=hors-ligne.invalid;Database=Aucune;Connect Timeout=1");
        options.AddInterceptors(this);
        return new SqlServerMarchesDbContext(options.Options);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    )
    {
        Retenir(command);
        return InterceptionResult<DbDataReader>.SuppressWithResult(new LecteurDUneLigne());
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    ) => new(ReaderExecuting(command, eventData, result));

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result
    )
    {
        Retenir(command);
        return InterceptionResult<int>.SuppressWithResult(1);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => new(NonQueryExecuting(command, eventData, result));

    public override InterceptionResult<object> ScalarExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result
    )
    {
        Retenir(command);
        return InterceptionResult<object>.SuppressWithResult(null!);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    ) => new(ScalarExecuting(command, eventData, result));

    public InterceptionResult ConnectionOpening(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result
    ) => InterceptionResult.Suppress();

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    ) => new(InterceptionResult.Suppress());

    public InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection,
        TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result
    ) => InterceptionResult<DbTransaction>.SuppressWithResult(new SansTransaction(connection, eventData.IsolationLevel));

    public ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection,
        TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default
    ) => new(TransactionStarting(connection, eventData, result));

    private static string EnProcedure(string nom, DbCommand commande)
    {
        var parametres = commande.Parameters.Cast<SqlParameter>().Select(p => $"    @{p.ParameterName.TrimStart('@')} {Type(p)}");
        return $"CREATE PROCEDURE [dbo].[{nom}]\n{string.Join(",\n", parametres)}\nAS\nBEGIN\n{commande.CommandText}\nEND";
    }

    private static string Type(SqlParameter p) =>
        p.SqlDbType switch
        {
            SqlDbType.NVarChar => p.Size is > 0 and <= 4000 ? $"nvarchar({p.Size})" : "nvarchar(max)",
            SqlDbType.VarChar => p.Size is > 0 and <= 8000 ? $"varchar({p.Size})" : "varchar(max)",
            SqlDbType.Char => $"char({Math.Max(1, p.Size)})",
            SqlDbType.VarBinary or SqlDbType.Binary => "varbinary(max)",
            SqlDbType.Decimal => $"decimal({(p.Precision == 0 ? 18 : p.Precision)},{p.Scale})",
            var autre => autre.ToString().ToLowerInvariant(),
        };

    private void Retenir(DbCommand commande)
    {
        Textes.Enqueue(commande.CommandText);
        if (!Procedures.ContainsKey(commande.CommandText))
        {
            Procedures.TryAdd(commande.CommandText, EnProcedure($"q{Interlocked.Increment(ref _numero)}", commande));
        }
    }

    private sealed class SansTransaction(DbConnection connexion, IsolationLevel niveau) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => niveau;

        protected override DbConnection DbConnection => connexion;

        public override void Commit() { }

        public override void Rollback() { }
    }
}
