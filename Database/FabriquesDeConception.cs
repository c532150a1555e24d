using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CdgMarches.Database;

/// <summary>Pour les outils d'EF Core : n'ouvre aucune base.</summary>
public sealed class FabriqueDeConceptionSqlite : IDesignTimeDbContextFactory<SqliteMarchesDbContext>
{
    public SqliteMarchesDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteMarchesDbContext>();
        SqliteMarchesDbContext.Configurer(options, "Data Source=:memory:");
        return new SqliteMarchesDbContext(options.Options);
    }
}

/// <inheritdoc cref="FabriqueDeConceptionSqlite"/>
public sealed class FabriqueDeConceptionSqlServer : IDesignTimeDbContextFactory<SqlServerMarchesDbContext>
{
    public SqlServerMarchesDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqlServerMarchesDbContext>();
        SqlServerMarchesDbContext.Configurer(options, "Server=hors-ligne.invalid;Database=CdgMarches");
        return new SqlServerMarchesDbContext(options.Options);
    }
}
