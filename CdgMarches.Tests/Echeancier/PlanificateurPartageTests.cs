using System.Text.RegularExpressions;
using CdgMarches.App.Demarrage;
using CdgMarches.App.Socle.Taches;
using CdgMarches.Database;
using CdgMarches.Tests.Outils;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Quartz;

namespace CdgMarches.Tests.Echeancier;

/// <summary>Plusieurs nœuds partagent les tâches sur SQL Server, jamais sur SQLite.</summary>
public sealed partial class PlanificateurPartageTests
{
    [Fact]
    public void Plusieurs_noeuds_sur_SQLite_sont_refuses_en_disant_que_faire()
    {
        var refus = Assert.Throws<ReglageInvalideException>(() => Inscrire(Fournisseur.Sqlite));

        Assert.Contains("Taches:PlusieursNoeuds", refus.Message, StringComparison.Ordinal);
        Assert.Contains("SqlServer", refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plusieurs_noeuds_sur_SQL_Server_sont_acceptes()
    {
        var services = Inscrire(Fournisseur.SqlServer);

        Assert.Contains(services, s => s.ServiceType == typeof(ISchedulerFactory));
    }

    [Fact]
    public void Le_magasin_partage_est_en_grappe()
    {
        using var services = Inscrire(Fournisseur.SqlServer).BuildServiceProvider();

        Assert.True(services.GetRequiredService<IOptions<ClusteringOptions>>().Value.Enabled);
    }

    /// <summary>Deux nœuds du même nom se croiraient le même, et chacun reprendrait les tâches de l'autre.</summary>
    [Fact]
    public void Chaque_noeud_de_la_grappe_se_donne_son_propre_nom()
    {
        using var services = Inscrire(Fournisseur.SqlServer).BuildServiceProvider();

        Assert.True(services.GetRequiredService<IOptions<QuartzSchedulerOptions>>().Value.GenerateInstanceId);
    }

    /// <summary>Un script d'une autre version laisserait un planificateur qui démarre, puis échoue à chaque tâche.</summary>
    [Fact]
    public void Le_script_des_tables_est_celui_de_la_version_de_Quartz_employee()
    {
        var assemblage = typeof(IScheduler).Assembly;
        using var flux = assemblage.GetManifestResourceStream(
            assemblage
                .GetManifestResourceNames()
                .Single(n => n.EndsWith("create_sqlServer.sql", StringComparison.OrdinalIgnoreCase))
        )!;
        using var lecteur = new StreamReader(flux);
        var garde = File.ReadAllText(Path.Combine(Depot.Racine, "Database", "Scripts", "quartz-sqlserver.sql"));

        var attendues = Colonnes(lecteur.ReadToEnd());
        Assert.NotEmpty(attendues);
        Assert.Equal(attendues, Colonnes(garde));
    }

    /// <summary>« QRTZ_LOCKS.LOCK_NAME », une par colonne, triées.</summary>
    private static List<string> Colonnes(string script)
    {
        List<string> colonnes = [];
        var table = "";
        foreach (Match trouve in TableOuColonne().Matches(script))
        {
            if (trouve.Groups["table"].Success)
            {
                table = trouve.Groups["table"].Value;
            }
            else
            {
                colonnes.Add($"{table}.{trouve.Groups["colonne"].Value}");
            }
        }

        colonnes.Sort(StringComparer.Ordinal);
        return colonnes;
    }

    [GeneratedRegex(
        @"CREATE TABLE\s+(?:\[?dbo\]?\.)?\[?(?:\{0\})?(?:QRTZ_)?(?<table>[A-Z_]+)|^\s*\[?(?<colonne>[A-Z_0-9]+)\]?\s+\[?(?:n?varchar|bit|int|bigint|smallint|varbinary|image|numeric|decimal)\b",
        RegexOptions.Multiline | RegexOptions.IgnoreCase
    )]
    private static partial Regex TableOuColonne();

    private static IServiceCollection Inscrire(Fournisseur fournisseur) =>
        new ServiceCollection().AddTaches(
            new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?> { ["Taches:PlusieursNoeuds"] = "true" })
                .Build(),
            new Reglages(
                fournisseur,
                fournisseur is Fournisseur.Sqlite ? "Data Source=essai.db" : "Server=offline.invalid;Database=Marches",
                "fichiers",
                "fichiers",
                TimeZoneInfo.Utc
            )
        );
}
