using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Database;

/// <summary>Le modèle sur SQLite, la base embarquée par défaut.</summary>
public sealed class SqliteMarchesDbContext(DbContextOptions<SqliteMarchesDbContext> options) : MarchesDbContext(options)
{
    // Split queries: a collectivité owns several collections, whose product one joined query would bring back.
    internal static void Configurer(DbContextOptionsBuilder options, string connexion) =>
        options
            .UseSqlite(
                connexion,
                s =>
                    s.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
                        .UseParameterizedCollectionMode(Listes.EnUnSeulParametre)
            )
            .AddInterceptors(ConnexionSqlite.Unique);

    /// <summary>SQLite ignore les longueurs : une contrainte le rend aussi strict que SQL Server.</summary>
    protected override void ConfigurerFournisseur(ModelBuilder builder)
    {
        FonctionsSql.Traduire(builder, instant => FonctionsSql.Appeler("unixepoch", [instant], [true]));
        foreach (var type in builder.Model.GetEntityTypes().Where(t => t.GetTableName() is not null && !t.IsMappedToJson()))
        {
            var table = type.GetTableName()!;
            foreach (var propriete in type.GetProperties().Where(p => EstTexteBorne(p)))
            {
                // The store object is needed: without it an owned property has not got its prefix yet.
                var colonne = propriete.GetColumnName(StoreObjectIdentifier.Table(table))!;
                type.AddCheckConstraint($"CK_{table}_{colonne}_Longueur", $"length(\"{colonne}\") <= {propriete.GetMaxLength()}");
            }
        }
    }

    private static bool EstTexteBorne(IReadOnlyProperty propriete) =>
        propriete.GetMaxLength() is > 0 && propriete.ClrType == typeof(string);
}

/// <summary>Le modèle sur SQL Server (2019 ou plus récent).</summary>
public sealed class SqlServerMarchesDbContext(DbContextOptions<SqlServerMarchesDbContext> options) : MarchesDbContext(options)
{
    internal static void Configurer(DbContextOptionsBuilder options, string connexion) =>
        options.UseSqlServer(
            connexion,
            s =>
                s.UseCompatibilityLevel(150)
                    .EnableRetryOnFailure()
                    .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
                    .UseParameterizedCollectionMode(Listes.EnUnSeulParametre)
                    .MigrationsHistoryTable("__EFMigrationsHistory", "dbo")
        );

    protected override void ConfigurerFournisseur(ModelBuilder builder) =>
        FonctionsSql.Traduire(
            builder,
            instant =>
                FonctionsSql.Appeler(
                    "DATEDIFF_BIG",
                    [new SqlFragmentExpression("second"), new SqlFragmentExpression("'20000101'"), instant],
                    [false, false, true]
                )
        );
}

internal static class Listes
{
    /// <summary>
    /// Une liste de valeurs cherchées voyage en un seul paramètre JSON. Un paramètre par valeur, le défaut d'EF Core 10, refait le
    /// texte de la requête à chaque appel : lire 1 500 fiches par leurs identifiants prenait seize fois plus de temps.
    /// </summary>
    public const ParameterTranslationMode EnUnSeulParametre = ParameterTranslationMode.Parameter;
}

/// <summary>Les moteurs de base de données servis.</summary>
public enum Fournisseur
{
    Sqlite,
    SqlServer,
}

/// <summary>Enregistrement des données dans l'application.</summary>
public static class Fournisseurs
{
    /// <summary>Enregistre la fabrique de contextes du fournisseur choisi, et le contexte de portée requête qu'attend Identity.</summary>
    /// <param name="services">La collection à compléter.</param>
    /// <param name="fournisseur">Le moteur.</param>
    /// <param name="connexion">La chaîne de connexion.</param>
    /// <param name="ajuster">Pour les tests : ajoute des intercepteurs.</param>
    public static IServiceCollection AddMarchesDatabase(
        this IServiceCollection services,
        Fournisseur fournisseur,
        string connexion,
        Action<DbContextOptionsBuilder>? ajuster = null
    )
    {
        _ = fournisseur switch
        {
            Fournisseur.Sqlite => services
                .AddDbContextFactory<SqliteMarchesDbContext>(o =>
                {
                    SqliteMarchesDbContext.Configurer(o, connexion);
                    ajuster?.Invoke(o);
                })
                .AddSingleton<IDbContextFactory<MarchesDbContext>, Fabrique<SqliteMarchesDbContext>>(),
            Fournisseur.SqlServer => services
                .AddDbContextFactory<SqlServerMarchesDbContext>(o =>
                {
                    SqlServerMarchesDbContext.Configurer(o, connexion);
                    ajuster?.Invoke(o);
                })
                .AddSingleton<IDbContextFactory<MarchesDbContext>, Fabrique<SqlServerMarchesDbContext>>(),
        };

        return services.AddScoped(s => s.GetRequiredService<IDbContextFactory<MarchesDbContext>>().CreateDbContext());
    }

    private sealed class Fabrique<TContexte>(IDbContextFactory<TContexte> interne) : IDbContextFactory<MarchesDbContext>
        where TContexte : MarchesDbContext
    {
        public MarchesDbContext CreateDbContext() => interne.CreateDbContext();

        public async Task<MarchesDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
            await interne.CreateDbContextAsync(cancellationToken);
    }
}
