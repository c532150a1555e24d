using CdgMarches.App.Demarrage;
using CdgMarches.App.Socle.Taches;
using CdgMarches.Database;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace CdgMarches.Tests.Echeancier;

/// <summary>Plusieurs nœuds partagent les tâches sur SQL Server, jamais sur SQLite.</summary>
public sealed class PlanificateurPartageTests
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
