using CdgMarches.App;
using CdgMarches.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace CdgMarches.Bench.Jeu;

/// <summary>Une base SQLite sur disque, migrée et réglée comme en production, et l'application composée au-dessus.</summary>
/// <remarks>L'application n'est démarrée que par la mesure qui ouvre des pages : ses travaux de fond ne troublent pas les autres.</remarks>
internal sealed class BaseDeBanc : IAsyncDisposable
{
    private BaseDeBanc(WebApplication application, JeuDeDonnees jeu) => (Application, Jeu) = (application, jeu);

    public WebApplication Application { get; }

    public JeuDeDonnees Jeu { get; }

    public IDbContextFactory<MarchesDbContext> Fabrique => Service<IDbContextFactory<MarchesDbContext>>();

    public T Service<T>()
        where T : notnull => Application.Services.GetRequiredService<T>();

    public static async Task<BaseDeBanc> CreerAsync(string dossier, Dimensions dimensions)
    {
        Directory.CreateDirectory(dossier);
        var application = ApplicationMarches.Construire(
            ["--environment", "Production"],
            builder =>
            {
                builder.WebHost.UseUrls("http://127.0.0.1:0").UseStaticWebAssets();
                builder.Configuration.AddInMemoryCollection(
                    new Dictionary<string, string?>
                    {
                        ["ConnectionStrings:CdgMarches"] = $"Data Source={Path.Combine(dossier, "cdgmarches.db")}",
                        ["Fichiers:Dossier"] = Path.Combine(dossier, "fichiers"),
                        ["Courriel:Dossier"] = Path.Combine(dossier, "courriels"),
                        ["Taches:Actives"] = "false",
                        ["AdressePublique"] = "https://banc.invalid/",
                    }
                );
                // Standard output is for the ratios alone.
                builder.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
                // A closed page must free its circuit at once, or it would weigh on the next measure.
                builder.Services.AddSingleton<CircuitsOuverts>();
                builder.Services.AddSingleton<CircuitHandler>(s => s.GetRequiredService<CircuitsOuverts>());
                builder.Services.PostConfigure<CircuitOptions>(o => o.DisconnectedCircuitMaxRetained = 0);
            }
        );
        var fabrique = application.Services.GetRequiredService<IDbContextFactory<MarchesDbContext>>();
        await using (var contexte = await fabrique.CreateDbContextAsync())
        {
            await contexte.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL");
            await contexte.Database.MigrateAsync();
        }

        return new BaseDeBanc(application, await JeuDeDonnees.ConstruireAsync(fabrique, dimensions));
    }

    public async ValueTask DisposeAsync()
    {
        await Application.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }
}
