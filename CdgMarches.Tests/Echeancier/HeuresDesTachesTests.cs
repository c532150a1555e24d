using System.Collections.Specialized;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Taches;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace CdgMarches.Tests.Echeancier;

/// <summary>L'heure réglée d'une tâche, son changement sans redémarrage, et le rattrapage d'une heure passée à l'arrêt.</summary>
public sealed class HeuresDesTachesTests : IAsyncLifetime
{
    private SocleDEssai _socle = null!;
    private ServiceProvider _services = null!;
    private ISchedulerFactory _planificateurs = null!;

    public async ValueTask InitializeAsync()
    {
        _socle = await SocleDEssai.CreerAsync();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(_socle.Horloge)
            .AddSingleton(_socle.Reglages)
            .AddSingleton(_socle.Base.Fabrique)
            .AddSingleton<HorlogeLegale>()
            .AddMemoryCache()
            .AddSingleton<LireParametres>()
            .AddSingleton<ModifierReglages>()
            .AddQuartz(new NameValueCollection { ["quartz.scheduler.instanceName"] = Guid.NewGuid().ToString("N") })
            .AddSingleton<ITachePlanifiee, Tache>()
            .AddSingleton<PlanifierTaches>()
            .AddSingleton<IAuChangementDeReglage>(s => s.GetRequiredService<PlanifierTaches>())
            .BuildServiceProvider();
        _planificateurs = _services.GetRequiredService<ISchedulerFactory>();
    }

    public async ValueTask DisposeAsync()
    {
        await (await _planificateurs.GetScheduler()).Shutdown(false, default);
        await _services.DisposeAsync();
        await _socle.DisposeAsync();
    }

    [Theory]
    [InlineData("0 30 8 ? * MON-FRI", "09:15", "0 15 9 ? * MON-FRI")]
    [InlineData("0 30 2 * * ?", "23:05", "0 5 23 * * ?")]
    [InlineData("0 30 2 * * ?", "25:00", "0 30 2 * * ?")]
    [InlineData("0 30 2 * * ?", null, "0 30 2 * * ?")]
    public void L_heure_reglee_remplace_celle_de_la_tache_et_ses_jours_restent(string cron, string? reglage, string attendu) =>
        Assert.Equal(attendu, HeureDeTache.Appliquer(cron, reglage));

    [Fact]
    public async Task Une_heure_reglee_replanifie_la_tache_sans_redemarrer_et_une_heure_illisible_est_refusee()
    {
        await _services.GetRequiredService<PlanifierTaches>().StartAsync(default);
        Assert.Equal("0 30 8 ? * MON-FRI", await CronAsync());

        await ReglerAsync("07:45");
        Assert.Equal("0 45 7 ? * MON-FRI", await CronAsync());

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => ReglerAsync("7 h"));
        Assert.Contains("08:30", refus.Message, StringComparison.Ordinal);
        Assert.Equal("0 45 7 ? * MON-FRI", await CronAsync());
    }

    [Theory]
    [InlineData(-3, true)]
    [InlineData(0, false)]
    public async Task Une_heure_passee_pendant_l_arret_se_rattrape_au_demarrage(int jours, bool rattrapee)
    {
        await using (var contexte = await _socle.Base.Fabrique.CreateDbContextAsync())
        {
            contexte.Add(
                new ExecutionDeTache(Tache.LeNom)
                {
                    CommenceeLe = _socle.Horloge.GetUtcNow().AddDays(jours),
                    TermineeLe = _socle.Horloge.GetUtcNow().AddDays(jours),
                }
            );
            await contexte.SaveChangesAsync();
        }

        await _services.GetRequiredService<PlanifierTaches>().StartAsync(default);

        var declencheurs = await (await _planificateurs.GetScheduler()).GetTriggersOfJob(new JobKey(Tache.LeNom));
        Assert.Equal(rattrapee ? 2 : 1, declencheurs.Count);
    }

    private async Task<string?> CronAsync() =>
        (
            (ICronTrigger?)await (await _planificateurs.GetScheduler()).GetTrigger(new TriggerKey(Tache.LeNom))
        )?.CronExpressionString;

    private async Task ReglerAsync(string heure)
    {
        var lues = await _services.GetRequiredService<LireParametres>().ReglageAsync(ClesDeReglage.HeureDuResume);
        await _services
            .GetRequiredService<ModifierReglages>()
            .ExecuterAsync(
                Agents.Administrateur,
                new Dictionary<string, string> { [ClesDeReglage.HeureDuResume] = lues },
                new Dictionary<string, string> { [ClesDeReglage.HeureDuResume] = heure }
            );
    }

    private sealed class Tache : ITachePlanifiee
    {
        public const string LeNom = "essai";

        public string Nom => LeNom;

        public string Libelle => "Essai";

        public string Cron => "0 30 8 ? * MON-FRI";

        public string ReglageDeLHeure => ClesDeReglage.HeureDuResume;

        public Task<string> ExecuterAsync(CancellationToken annulation) => Task.FromResult("Fait.");
    }
}
