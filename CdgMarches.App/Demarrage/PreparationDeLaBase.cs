using System.Globalization;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Demarrage;

/// <summary>Ouvre la base, vérifie que c'est la bonne et de la bonne version, et la met à jour si on le demande.</summary>
/// <remarks>
/// Travaille hors de l'application, sans journal technique : un échec n'est que la phrase qui le dit. Une base SQLite qui
/// existe déjà est copiée avant toute migration, et remise telle quelle si l'une échoue.
/// </remarks>
internal static class PreparationDeLaBase
{
    private static readonly TimeSpan AttenteDUnAutre = TimeSpan.FromMinutes(1);

    /// <param name="reglages">Où est la base.</param>
    /// <param name="migrer">Applique les migrations en attente ; sinon, refuse s'il y en a.</param>
    /// <param name="horloge">L'heure, pour nommer la copie.</param>
    /// <param name="annulation">Abandonne.</param>
    /// <returns>Le nombre de migrations appliquées.</returns>
    /// <exception cref="DemarrageImpossibleException">La base ne convient pas : la phrase dit pourquoi et que faire.</exception>
    public static async Task<int> ExecuterAsync(
        Reglages reglages,
        bool migrer,
        TimeProvider? horloge = null,
        CancellationToken annulation = default
    )
    {
        Directory.CreateDirectory(reglages.DossierDesFichiers);
        await using var services = new ServiceCollection()
            .AddMarchesDatabase(reglages.Fournisseur, reglages.Connexion)
            .BuildServiceProvider();
        var fabrique = services.GetRequiredService<IDbContextFactory<MarchesDbContext>>();
        if (reglages.FichierSqlite is not { } fichier)
        {
            if (reglages.Fournisseur is Fournisseur.SqlServer)
            {
                await JoindreServeurAsync(reglages.Connexion, migrer, annulation);
            }

            return await MettreAJourAsync(fabrique, migrer, annulation);
        }

        CreerDossier(fichier);
        await using var verrou = await VerrouillerAsync(fichier + ".verrou", annulation);
        return await PreparerSqliteAsync(fabrique, fichier, migrer, horloge ?? TimeProvider.System, annulation);
    }

    private static async Task<int> PreparerSqliteAsync(
        IDbContextFactory<MarchesDbContext> fabrique,
        string fichier,
        bool migrer,
        TimeProvider horloge,
        CancellationToken annulation
    )
    {
        var existait = new FileInfo(fichier) is { Exists: true, Length: > 0 };
        if (existait)
        {
            await VerifierFichierAsync(fabrique, fichier, annulation);
        }

        string? copie = null;
        try
        {
            await using var contexte = await fabrique.CreateDbContextAsync(annulation);
            if (existait && migrer && (await AVenirAsync(contexte, annulation)).Count > 0)
            {
                copie = await CopierAsync(fichier, horloge, annulation);
            }

            if (migrer)
            {
                await contexte.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", annulation);
                // A killed process leaves its row in EF's lock table, and the next one would wait for ever; ours is the OS's.
                await contexte.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", annulation);
            }

            return await MettreAJourAsync(fabrique, migrer, annulation);
        }
        catch (MigrationEchoueeException echec) when (copie is not null)
        {
            Remettre(copie, fichier);
            throw new DemarrageImpossibleException(
                $"La mise à jour de la base a échoué : {echec.Message} La base est restée telle qu'elle était ; sa copie est {copie}. Reprenez la version précédente du programme et signalez cette erreur."
            );
        }
    }

    private static async Task<int> MettreAJourAsync(
        IDbContextFactory<MarchesDbContext> fabrique,
        bool migrer,
        CancellationToken annulation
    )
    {
        await using var contexte = await fabrique.CreateDbContextAsync(annulation);
        var connues = contexte.Database.GetMigrations().ToHashSet();
        var inconnues = (await contexte.Database.GetAppliedMigrationsAsync(annulation)).Where(m => !connues.Contains(m)).ToList();
        if (inconnues.Count > 0)
        {
            throw new DemarrageImpossibleException(
                $"La base a été mise à jour par une version plus récente du programme ({inconnues[^1]}). Elle n'a pas été modifiée : installez cette version ou une plus récente."
            );
        }

        var aVenir = await AVenirAsync(contexte, annulation);
        if (aVenir.Count == 0)
        {
            return 0;
        }

        if (!migrer)
        {
            throw new DemarrageImpossibleException(
                contexte.Database.IsSqlServer()
                    ? $"La base n'est pas à jour : {Formats.Compter(aVenir.Count, "migration")} en attente, dont {aVenir[^1]}. Faites exécuter le script Database/Scripts/sqlserver.sql, ou lancez la commande « migrer » avec un compte qui peut modifier les tables, ou réglez Database:MigrationAutomatique sur true."
                    : $"La base n'est pas à jour : {Formats.Compter(aVenir.Count, "migration")} en attente, dont {aVenir[^1]}. Lancez la commande « migrer », ou réglez Database:MigrationAutomatique sur true."
            );
        }

        try
        {
            await contexte.Database.MigrateAsync(annulation);
        }
        catch (Exception echec) when (echec is not OperationCanceledException)
        {
            throw new MigrationEchoueeException(
                $"{echec.GetBaseException().Message.ReplaceLineEndings(" ").Trim().TrimEnd('.')}."
            );
        }

        return aVenir.Count;
    }

    private static async Task<IReadOnlyList<string>> AVenirAsync(MarchesDbContext contexte, CancellationToken annulation) =>
        [.. await contexte.Database.GetPendingMigrationsAsync(annulation)];

    /// <summary>Un fichier SQLite qui a des tables mais pas notre historique est celui d'un autre programme.</summary>
    private static async Task VerifierFichierAsync(
        IDbContextFactory<MarchesDbContext> fabrique,
        string fichier,
        CancellationToken annulation
    )
    {
        await using var contexte = await fabrique.CreateDbContextAsync(annulation);
        var tables = await contexte
            .Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table'")
            .ToListAsync(annulation);
        if (tables.Count > 0 && !tables.Contains("__EFMigrationsHistory"))
        {
            throw new DemarrageImpossibleException(
                $"Le fichier {fichier} est une base SQLite, mais pas celle de CdgMarches. Il n'a pas été modifié : indiquez le bon fichier dans ConnectionStrings:CdgMarches."
            );
        }
    }

    /// <summary>Une connexion sans les reprises d'EF : un serveur absent se dit en quelques secondes, non en minutes.</summary>
    private static async Task JoindreServeurAsync(string connexion, bool creer, CancellationToken annulation)
    {
        var essai = new SqlConnectionStringBuilder(connexion) { ConnectRetryCount = 0, Pooling = false };
        try
        {
            await using var liaison = new SqlConnection(essai.ConnectionString);
            await liaison.OpenAsync(annulation);
        }
        catch (SqlException absente) when (absente.Number == 4060 && creer)
        {
            // La base n'existe pas encore : la migration la crée, si le compte en a le droit.
        }
    }

    private static void CreerDossier(string fichier)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(fichier)!);
        }
        catch (IOException)
        {
            throw new DemarrageImpossibleException(
                $"Le dossier de la base, {Path.GetDirectoryName(fichier)}, ne peut pas être créé. Corrigez ConnectionStrings:CdgMarches, puis relancez."
            );
        }
    }

    /// <summary>Un verrou du système : il tombe avec le processus qui le tient, même tué.</summary>
    private static async Task<FileStream> VerrouillerAsync(string verrou, CancellationToken annulation)
    {
        var fin = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(
                    verrou,
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None,
                    1,
                    FileOptions.DeleteOnClose
                );
            }
            catch (IOException) when (File.Exists(verrou) && TimeProvider.System.GetElapsedTime(fin) < AttenteDUnAutre)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), annulation);
            }
            catch (IOException) when (File.Exists(verrou))
            {
                throw new DemarrageImpossibleException(
                    "Un autre CdgMarches prépare la même base. Attendez qu'il ait fini, ou arrêtez-le, puis relancez."
                );
            }
        }
    }

    private static async Task<string> CopierAsync(string fichier, TimeProvider horloge, CancellationToken annulation)
    {
        var date = horloge.GetLocalNow().ToString("yyyy-MM-dd-HHmmss", CultureInfo.InvariantCulture);
        var copie = $"{fichier}.avant-migration-{date}";
        await using var source = new SqliteConnection($"Data Source={fichier};Pooling=False");
        await using var cible = new SqliteConnection($"Data Source={copie};Pooling=False");
        await source.OpenAsync(annulation);
        await cible.OpenAsync(annulation);
        source.BackupDatabase(cible);
        return copie;
    }

    private static void Remettre(string copie, string fichier)
    {
        SqliteConnection.ClearAllPools();
        File.Delete(fichier + "-wal");
        File.Delete(fichier + "-shm");
        File.Copy(copie, fichier, overwrite: true);
    }

    private sealed class MigrationEchoueeException(string message)
        : DemarrageImpossibleException($"La mise à jour de la base a échoué : {message}");
}
