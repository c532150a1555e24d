using CdgMarches.App.Demarrage;
using CdgMarches.App.Parametres;
using CdgMarches.Database;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace CdgMarches.App.Socle.Taches;

internal static class TachesServices
{
    /// <summary>Le planificateur : en mémoire sur un nœud, dans la base partagée quand le réglage dit qu'il y en a plusieurs.</summary>
    /// <exception cref="ReglageInvalideException">Plusieurs nœuds sur SQLite, qui n'a qu'un seul écrivain.</exception>
    public static IServiceCollection AddTaches(this IServiceCollection services, IConfiguration configuration, Reglages reglages)
    {
        services.AddSingleton<ExecuterTache>();
        if (!Oui(configuration, "Taches:Actives", parDefaut: true))
        {
            return services;
        }

        var plusieursNoeuds = Oui(configuration, "Taches:PlusieursNoeuds", parDefaut: false);
        if (plusieursNoeuds && reglages.Fournisseur is not Fournisseur.SqlServer)
        {
            throw new ReglageInvalideException(
                "Le réglage Taches:PlusieursNoeuds demande SQL Server : SQLite ne se partage pas entre serveurs. Mettez-le à false, ou réglez Database:Provider sur SqlServer."
            );
        }

        return services
            .AddQuartz(quartz =>
            {
                if (plusieursNoeuds)
                {
                    quartz.UsePersistentStore(magasin =>
                    {
                        magasin.UseSqlServer(Microsoft.Data.SqlClient.SqlClientFactory.Instance, reglages.Connexion);
                        magasin.UseClustering(_ => { });
                        if (reglages.MigrationAutomatique)
                        {
                            magasin.ProvisionSchema();
                        }
                    });
                }
            })
            .AddQuartzHostedService(options => options.WaitForJobsToComplete = true)
            .AddSingleton<PlanifierTaches>()
            .AddSingleton<IAuChangementDeReglage>(s => s.GetRequiredService<PlanifierTaches>())
            .AddHostedService(s => s.GetRequiredService<PlanifierTaches>());
    }

    private static bool Oui(IConfiguration configuration, string nom, bool parDefaut) =>
        configuration[nom] is not { Length: > 0 } texte ? parDefaut
        : bool.TryParse(texte, out var valeur) ? valeur
        : throw new ReglageInvalideException($"Le réglage {nom} vaut « {texte} » : il doit valoir true ou false.");
}

/// <summary>Inscrit les tâches au planificateur, et rattrape celles dont l'heure est passée pendant que l'application était arrêtée.</summary>
internal sealed class PlanifierTaches(
    IEnumerable<ITachePlanifiee> taches,
    ISchedulerFactory planificateurs,
    IDbContextFactory<MarchesDbContext> donnees,
    Reglages reglages,
    LireParametres parametres,
    TimeProvider horloge
) : IHostedService, IAuChangementDeReglage
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var planificateur = await planificateurs.GetScheduler(cancellationToken);
        var executees = await ExecuteesAsync(cancellationToken);
        foreach (var tache in taches)
        {
            var cron = await CronAsync(tache, cancellationToken);
            await PlanifierAsync(planificateur, tache, cron, cancellationToken);
            if (
                executees.TryGetValue(tache.Nom, out var derniere)
                && EstEnRetard(cron, derniere, horloge.GetUtcNow(), reglages.Fuseau)
            )
            {
                await planificateur.TriggerJob(new JobKey(tache.Nom), cancellationToken);
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Replanifie les tâches dont l'heure vient d'être réglée.</summary>
    async Task IAuChangementDeReglage.ExecuterAsync(IReadOnlyList<string> cles, CancellationToken annulation)
    {
        var planificateur = await planificateurs.GetScheduler(annulation);
        foreach (var tache in taches.Where(t => t.ReglageDeLHeure is { } cle && cles.Contains(cle)))
        {
            await PlanifierAsync(planificateur, tache, await CronAsync(tache, annulation), annulation);
        }
    }

    private async Task<string> CronAsync(ITachePlanifiee tache, CancellationToken annulation) =>
        tache.ReglageDeLHeure is { } cle
            ? HeureDeTache.Appliquer(tache.Cron, await parametres.ReglageAsync(cle, annulation))
            : tache.Cron;

    private async Task PlanifierAsync(IScheduler planificateur, ITachePlanifiee tache, string cron, CancellationToken annulation)
    {
        var travail = JobBuilder
            .Create<TravailQuartz>()
            .WithIdentity(tache.Nom)
            .UsingJobData(TravailQuartz.CleDuNom, tache.Nom)
            .StoreDurably()
            .Build();
        var declencheur = TriggerBuilder
            .Create()
            .WithIdentity(tache.Nom)
            .ForJob(travail)
            .WithCronSchedule(
                cron,
                c => c.InTimeZone(reglages.Fuseau).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)
            )
            .Build();
        await planificateur.ScheduleJob(travail, [declencheur], new ScheduleJobOptions { Replace = true }, annulation);
    }

    /// <summary>Vrai si une heure de la tâche est passée depuis sa dernière exécution.</summary>
    internal static bool EstEnRetard(string cron, DateTimeOffset derniere, DateTimeOffset maintenant, TimeZoneInfo fuseau) =>
        new CronExpression(cron, fuseau).GetNextValidTimeAfter(derniere) is { } prochaine && prochaine <= maintenant;

    private async Task<Dictionary<string, DateTimeOffset>> ExecuteesAsync(CancellationToken annulation)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.ExecutionsDeTache.ToDictionaryAsync(e => e.Nom, e => e.CommenceeLe, annulation);
    }
}

/// <summary>Le pont entre Quartz et les tâches de l'application.</summary>
[DisallowConcurrentExecution]
internal sealed class TravailQuartz(IEnumerable<ITachePlanifiee> taches, ExecuterTache executer) : IJob
{
    public const string CleDuNom = "tache";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var nom = context.MergedJobDataMap.GetString(CleDuNom);
        if (taches.FirstOrDefault(t => t.Nom == nom) is { } tache)
        {
            await executer.ExecuterAsync(tache, cancellationToken);
        }
    }
}
