using System.Net;
using System.Net.Sockets;
using CdgMarches.Database;
using CdgMarches.Tests.Outils;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Demarrage;

/// <summary>Le vrai programme, lancé comme un exploitant le lance : ce qui l'empêche de démarrer tient en une phrase.</summary>
[Trait("niveau", "processus")]
public sealed class DemarrageTests : IDisposable
{
    private const string Publique = "https://marches.exemple.fr";

    private readonly string _dossier = Directory.CreateTempSubdirectory("cdgmarches-demarrage-").FullName;

    private string Fichier => Path.Combine(_dossier, "essai.db");

    public void Dispose() => Directory.Delete(_dossier, recursive: true);

    [Fact]
    public async Task Sans_chaine_de_connexion_il_refuse()
    {
        var phrase = await EchouerAsync("--ConnectionStrings:CdgMarches", " ");

        Assert.StartsWith("La chaîne de connexion ConnectionStrings:CdgMarches manque", phrase, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sqlite", "Fichier=essai.db", "ne se lit pas comme une connexion SQLite")]
    [InlineData("SqlServer", "Data Source=;Zut=1", "ne se lit pas comme une connexion SQL Server")]
    [InlineData("Oracle", "Data Source=essai.db", "il doit valoir Sqlite ou SqlServer")]
    public async Task Une_chaine_de_connexion_illisible_est_dite(string moteur, string connexion, string attendu)
    {
        var phrase = await EchouerAsync("--Database:Provider", moteur, "--ConnectionStrings:CdgMarches", connexion);

        Assert.Contains(attendu, phrase, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_serveur_sql_server_injoignable_est_dit()
    {
        var phrase = await EchouerAsync(
            "--Database:Provider",
            "SqlServer",
            "--ConnectionStrings:CdgMarches",
            "Server=tcp:127.0.0.1,1;Database=CdgMarches;User Id=essai;Password=essai;Encrypt=false;Connect Timeout=3"
        );

        Assert.StartsWith(
            "Le serveur SQL Server de ConnectionStrings:CdgMarches ne répond pas",
            phrase,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Un_fichier_qui_n_est_pas_une_base_reste_intact()
    {
        var contenu = string.Concat(Enumerable.Repeat("Ceci est la liste des marchés, en texte.\n", 200));
        await File.WriteAllTextAsync(Fichier, contenu);

        var phrase = await EchouerAsync(Base());

        Assert.Contains("n'est pas une base SQLite", phrase, StringComparison.Ordinal);
        Assert.Equal(contenu, await File.ReadAllTextAsync(Fichier));
    }

    [Fact]
    public async Task La_base_sqlite_d_un_autre_programme_reste_intacte()
    {
        await using (var autre = new SqliteConnection($"Data Source={Fichier};Pooling=False"))
        {
            await autre.OpenAsync();
            await ExecuterAsync(autre, "CREATE TABLE Recettes (Nom TEXT); INSERT INTO Recettes VALUES ('Welsh');");
        }

        var avant = await File.ReadAllBytesAsync(Fichier);

        var phrase = await EchouerAsync(Base());

        Assert.Contains("mais pas celle de CdgMarches", phrase, StringComparison.Ordinal);
        Assert.Equal(avant, await File.ReadAllBytesAsync(Fichier));
    }

    [Fact]
    public async Task Un_fichier_qui_ne_peut_pas_etre_ouvert_est_dit()
    {
        var phrase = await EchouerAsync("--ConnectionStrings:CdgMarches", $"Data Source={_dossier}");

        Assert.Contains("ne peut pas être ouvert", phrase, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_base_plus_recente_que_le_programme_reste_intacte()
    {
        await MigrerAsync();
        await using (var contexte = Contexte())
        {
            await contexte.Database.ExecuteSqlRawAsync(
                "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_DeDemain', '99.0')"
            );
        }

        var phrase = await EchouerAsync(Base());

        Assert.Contains("par une version plus récente du programme (29990101000000_DeDemain)", phrase, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_dossier, "*.avant-migration-*"));
    }

    [Fact]
    public async Task Une_migration_qui_echoue_laisse_la_base_telle_qu_elle_etait_et_sa_copie()
    {
        // Une base d'avant toute migration, mais où une table du même nom attend déjà : la première migration échoue.
        await using (var contexte = Contexte())
        {
            await contexte.Database.ExecuteSqlRawAsync(
                """
                CREATE TABLE "__EFMigrationsHistory" ("MigrationId" TEXT PRIMARY KEY, "ProductVersion" TEXT NOT NULL);
                CREATE TABLE "Utilisateurs" ("Temoin" TEXT);
                INSERT INTO "Utilisateurs" VALUES ('intact');
                """
            );
        }

        var phrase = await EchouerAsync(Base());

        Assert.StartsWith("La mise à jour de la base a échoué", phrase, StringComparison.Ordinal);
        Assert.Contains("La base est restée telle qu'elle était", phrase, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_dossier, "*.avant-migration-*"));
        await using var apres = Contexte();
        Assert.Equal(
            "intact",
            await apres.Database.SqlQueryRaw<string>("SELECT Temoin AS Value FROM Utilisateurs").SingleAsync()
        );
        Assert.Equal(
            0,
            await apres.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM __EFMigrationsHistory").SingleAsync()
        );
    }

    [Fact]
    public async Task Sans_migration_automatique_il_nomme_la_commande()
    {
        var phrase = await EchouerAsync([.. Base(), "--Database:MigrationAutomatique", "false"]);

        Assert.Contains("Lancez la commande « migrer »", phrase, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrer_met_a_jour_en_mode_wal_puis_s_arrete()
    {
        await using var migrer = ProgrammeLance.Lancer(["migrer", .. Base(), "--Database:MigrationAutomatique", "false"]);

        Assert.Equal(0, await migrer.FinAsync());
        Assert.Contains("La base est à jour", migrer.Sortie, StringComparison.Ordinal);
        await using var contexte = Contexte();
        Assert.Empty(await contexte.Database.GetPendingMigrationsAsync());
        Assert.Equal(
            "wal",
            await contexte.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync()
        );
    }

    [Fact]
    public async Task En_production_l_adresse_publique_est_exigee_avant_d_ouvrir_la_base()
    {
        await using var programme = ProgrammeLance.Lancer(Base());

        Assert.NotEqual(0, await programme.FinAsync());
        Assert.StartsWith("Le réglage AdressePublique manque", programme.Erreurs, StringComparison.Ordinal);
        Assert.Single(programme.Erreurs.Trim().Split('\n'));
        Assert.False(File.Exists(Fichier));
    }

    [Fact]
    public async Task Un_port_occupe_est_dit()
    {
        using var occupant = new TcpListener(IPAddress.Loopback, 0);
        occupant.Start();
        var adresse = $"http://127.0.0.1:{((IPEndPoint)occupant.LocalEndpoint).Port}";

        var phrase = await EchouerAsync([.. Base(), "--urls", adresse]);

        Assert.StartsWith($"L'adresse {adresse} est déjà utilisée", phrase, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_commande_inconnue_est_dite()
    {
        var phrase = await EchouerAsync("detruire-tout");

        Assert.Contains("La commande « detruire-tout » n'existe pas", phrase, StringComparison.Ordinal);
    }

    [Fact]
    public async Task En_production_sans_administrateur_seule_la_connexion_est_servie_puis_tout_apres_sa_creation()
    {
        await using var programme = ProgrammeLance.Lancer([
            .. Base(),
            "--urls",
            "http://127.0.0.1:0",
            "--AdressePublique",
            Publique,
        ]);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(await programme.AdresseAsync()),
        };
        foreach (var chemin in (string[])["/", "/collectivites", "/compte/lien", "/administration", "/nulle-part"])
        {
            using var reponse = await client.GetAsync(chemin);
            Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
            Assert.Equal("/compte/connexion", reponse.Headers.Location!.OriginalString);
        }

        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/compte/connexion"));
        Assert.Contains("creer-administrateur <courriel>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        Assert.DoesNotContain("démonstration", programme.Sortie, StringComparison.Ordinal);
        await using (var contexte = Contexte())
        {
            Assert.Empty(await contexte.Users.ToListAsync());
        }

        await using var creation = ProgrammeLance.Lancer(["creer-administrateur", "alix.verdonck@cdg.example", .. Base()]);
        Assert.Equal(0, await creation.FinAsync());
        Assert.Contains("Identifiant de connexion : alix.verdonck", creation.Sortie, StringComparison.Ordinal);
        Assert.Matches("Mot de passe, montré cette seule fois : .{16,}", creation.Sortie);

        await Task.Delay(TimeSpan.FromSeconds(1.2));
        using var accueil = await client.GetAsync("/collectivites");
        Assert.Contains("/compte/connexion?retour=", accueil.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("<form", await client.GetStringAsync("/compte/connexion"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_page_de_connexion_se_sert_pendant_que_la_demonstration_se_prepare_puis_demande_l_identifiant()
    {
        await using var programme = ProgrammeLance.Lancer(
            [.. Base(), "--urls", "http://127.0.0.1:0", "--Courriel:Dossier", Path.Combine(_dossier, "courriels")],
            environnement: "Development"
        );
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(await programme.EcouteAsync()),
        };

        var attente = WebUtility.HtmlDecode(await client.GetStringAsync("/compte/connexion"));
        using var accueil = await client.GetAsync("/");
        Assert.Contains("La démonstration se prépare", attente, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", attente, StringComparison.Ordinal);
        Assert.DoesNotContain("creer-administrateur", attente, StringComparison.Ordinal);
        Assert.Equal("/compte/connexion", accueil.Headers.Location!.OriginalString);

        await programme.AdresseAsync();
        await Task.Delay(TimeSpan.FromSeconds(1.2));
        var prete = await client.GetStringAsync("/compte/connexion");
        Assert.Contains("<form", prete, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", prete, StringComparison.Ordinal);
        Assert.Contains("camille.gestion", programme.Sortie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("court", "au moins 16 caractères")]
    [InlineData("administrateur1!", "parmi les plus courants")]
    public async Task Creer_un_administrateur_refuse_un_mauvais_mot_de_passe(string motDePasse, string attendu)
    {
        await using var creation = ProgrammeLance.Lancer(
            ["creer-administrateur", "alix.verdonck@cdg.example", .. Base()],
            entree: motDePasse
        );

        Assert.Equal(1, await creation.FinAsync());
        Assert.Contains(attendu, creation.Erreurs, StringComparison.Ordinal);
        await using var contexte = Contexte();
        Assert.Empty(await contexte.Users.ToListAsync());
    }

    private string[] Base() =>
        ["--ConnectionStrings:CdgMarches", $"Data Source={Fichier}", "--Fichiers:Dossier", Path.Combine(_dossier, "fichiers")];

    /// <summary>Une phrase seule sur la sortie d'erreur, un code qui n'est pas nul, aucune trace d'exécution.</summary>
    private async Task<string> EchouerAsync(params string[] arguments)
    {
        await using var programme = ProgrammeLance.Lancer([
            .. arguments,
            "--AdressePublique",
            Publique,
            "--Fichiers:Dossier",
            Path.Combine(_dossier, "fichiers"),
        ]);
        var code = await programme.FinAsync();
        var dit = programme.Erreurs + programme.Sortie;

        Assert.NotEqual(0, code);
        Assert.DoesNotContain("   at ", dit, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", dit, StringComparison.Ordinal);
        Assert.DoesNotContain("fail:", dit, StringComparison.Ordinal);
        return programme.Erreurs.Trim();
    }

    private SqliteMarchesDbContext Contexte()
    {
        var options = new DbContextOptionsBuilder<SqliteMarchesDbContext>();
        SqliteMarchesDbContext.Configurer(options, $"Data Source={Fichier};Pooling=False");
        return new SqliteMarchesDbContext(options.Options);
    }

    private async Task MigrerAsync()
    {
        await using var contexte = Contexte();
        await contexte.Database.MigrateAsync();
    }

    private static async Task ExecuterAsync(SqliteConnection connexion, string sql)
    {
        await using var commande = connexion.CreateCommand();
        commande.CommandText = sql;
        await commande.ExecuteNonQueryAsync();
    }
}
