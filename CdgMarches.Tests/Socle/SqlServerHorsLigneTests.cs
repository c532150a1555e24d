using CdgMarches.Database;
using CdgMarches.Tests.Outils;
using CdgMarches.Tests.Outils.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CdgMarches.Tests.Socle;

/// <summary>Les deux moteurs, sans serveur : migrations à jour, script du DBA, requêtes que SQL Server comprend.</summary>
[Collection(nameof(ApresLesAutres))]
public sealed class SqlServerHorsLigneTests
{
    [Fact]
    public void Les_deux_jeux_de_migrations_sont_a_jour_et_portent_les_memes_noms()
    {
        using var sqlite = new FabriqueDeConceptionSqlite().CreateDbContext([]);
        using var sqlServer = new FabriqueDeConceptionSqlServer().CreateDbContext([]);

        Assert.False(sqlite.Database.HasPendingModelChanges());
        Assert.False(sqlServer.Database.HasPendingModelChanges());
        Assert.Equal(Noms(sqlite), Noms(sqlServer));
    }

    [Fact]
    public void Le_script_du_DBA_est_celui_que_les_migrations_produisent_et_SQL_Server_2019_le_lit()
    {
        using var contexte = new FabriqueDeConceptionSqlServer().CreateDbContext([]);
        var attendu = contexte.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        var garde = File.ReadAllText(Path.Combine(Depot.Racine, "Database", "Scripts", "sqlserver.sql"));

        Assert.Equal(Lignes(attendu), Lignes(garde));
        Assert.Empty(AnalyseTSql.Problemes(garde));
    }

    [Fact]
    public void Les_scripts_ecrits_a_la_main_se_lisent() =>
        Assert.All(
            Directory.GetFiles(Path.Combine(Depot.Racine, "Database", "Scripts"), "*.sql"),
            script => Assert.Empty(AnalyseTSql.Problemes(File.ReadAllText(script)))
        );

    [Fact]
    public void Aucune_cle_ne_depasse_les_limites_de_SQL_Server()
    {
        using var contexte = new FabriqueDeConceptionSqlServer().CreateDbContext([]);

        Assert.Empty(LimitesSqlServer.Cles(contexte.GetService<IDesignTimeModel>().Model));
    }

    [Fact]
    public void Aucune_suppression_ne_suit_deux_chemins_vers_une_meme_table()
    {
        using var contexte = new FabriqueDeConceptionSqlServer().CreateDbContext([]);

        Assert.Empty(LimitesSqlServer.Cascades(contexte.GetService<IDesignTimeModel>().Model));
    }

    [Fact]
    public async Task Une_requete_que_SQL_Server_ne_traduit_pas_fait_echouer_son_test()
    {
        await using var donnees = await BaseJetable.CreerAsync();
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync(TestContext.Current.CancellationToken);

        var refus = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            contexte.Users.Where(u => EF.Functions.Glob(u.Nom, "A*")).ToListAsync(TestContext.Current.CancellationToken)
        );

        Assert.Contains("SQL Server", refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chaque_requete_jouee_par_la_suite_se_lie_au_schema_de_SQL_Server()
    {
        Assert.SkipUnless(
            File.Exists(VerificateurTSql.Mono),
            "Le liage des requêtes au schéma demande mono (paquet mono-devel)."
        );
        using var contexte = new FabriqueDeConceptionSqlServer().CreateDbContext([]);

        var rapport = await VerificateurTSql.VerifierAsync(
            [contexte.Database.GenerateCreateScript(), .. OmbreSqlServer.Unique.Enregistreur.Procedures.Values],
            TestContext.Current.CancellationToken
        );

        Assert.True(rapport.Reussi, rapport.Texte);
    }

    [Fact]
    public async Task Le_verificateur_voit_une_colonne_qui_n_existe_pas()
    {
        Assert.SkipUnless(
            File.Exists(VerificateurTSql.Mono),
            "Le liage des requêtes au schéma demande mono (paquet mono-devel)."
        );
        using var contexte = new FabriqueDeConceptionSqlServer().CreateDbContext([]);

        var rapport = await VerificateurTSql.VerifierAsync(
            [
                contexte.Database.GenerateCreateScript(),
                "CREATE PROCEDURE [dbo].[faute] AS BEGIN SELECT [Inconnue] FROM [Compteurs] END",
            ],
            TestContext.Current.CancellationToken
        );

        Assert.False(rapport.Reussi);
        Assert.Contains("Inconnue", rapport.Texte, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Noms(DbContext contexte) => contexte.Database.GetMigrations().Select(m => m[15..]);

    private static string[] Lignes(string texte) => texte.Trim('\uFEFF').ReplaceLineEndings("\n").Trim().Split('\n');
}

/// <summary>Ces tests jugent ce que les autres ont joué : ils passent après eux, et seuls.</summary>
[CollectionDefinition(nameof(ApresLesAutres), DisableParallelization = true)]
public sealed class ApresLesAutres;
