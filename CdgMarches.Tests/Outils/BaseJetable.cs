using CdgMarches.Database;
using CdgMarches.Tests.Outils.SqlServer;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Outils;

/// <summary>Une vraie base SQLite, dans un fichier à elle, migrée comme en production et détruite avec le test.</summary>
/// <remarks>Les migrations sont jouées une fois par exécution ; chaque test part d'une copie du fichier obtenu.</remarks>
public sealed class BaseJetable : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Modele = new(MigrerModeleAsync);

    private readonly string _fichier = Path.Combine(Path.GetTempPath(), $"cdgmarches-{Guid.CreateVersion7():N}.db");
    private readonly ServiceProvider _services;

    private BaseJetable() => _services = Services(Connexion);

    public string Connexion => $"Data Source={_fichier}";

    public IDbContextFactory<MarchesDbContext> Fabrique => _services.GetRequiredService<IDbContextFactory<MarchesDbContext>>();

    public static async Task<BaseJetable> CreerAsync()
    {
        var modele = await Modele.Value;
        var b = new BaseJetable();
        File.Copy(modele, b._fichier);
        return b;
    }

    public async Task SemerAsync(params object[] agregats)
    {
        await using var contexte = await Fabrique.CreateDbContextAsync();
        contexte.AddRange(agregats);
        await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await using (var connexion = new SqliteConnection(Connexion))
        {
            SqliteConnection.ClearPool(connexion);
        }

        foreach (var suffixe in (string[])["", "-wal", "-shm"])
        {
            File.Delete(_fichier + suffixe);
        }
    }

    private static async Task<string> MigrerModeleAsync()
    {
        var fichier = Path.Combine(Path.GetTempPath(), $"cdgmarches-modele-{Guid.CreateVersion7():N}.db");
        await using var services = Services($"Data Source={fichier};Pooling=False");
        await using var contexte = await services
            .GetRequiredService<IDbContextFactory<MarchesDbContext>>()
            .CreateDbContextAsync();
        await contexte.Database.MigrateAsync();
        await contexte.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(fichier);
        return fichier;
    }

    private static ServiceProvider Services(string connexion) =>
        new ServiceCollection()
            .AddMarchesDatabase(Fournisseur.Sqlite, connexion, o => o.AddInterceptors(OmbreSqlServer.Unique))
            .BuildServiceProvider();
}
