using CdgMarches.App.Demarrage;

namespace CdgMarches.App.Socle.Courriels;

internal static class CourrielsServices
{
    public static IServiceCollection AddFileDeCourriels(this IServiceCollection services) =>
        services
            .AddSingleton(s =>
                ReglagesDeCourriel.Lire(
                    s.GetRequiredService<IConfiguration>(),
                    s.GetRequiredService<IHostEnvironment>(),
                    s.GetRequiredService<Reglages>()
                )
            )
            .AddSingleton<ITransportDeCourriel>(s =>
                s.GetRequiredService<ReglagesDeCourriel>() is { Mode: ModeDeCourriel.Smtp } smtp
                    ? new TransportSmtp(smtp)
                    : new TransportDossier(s.GetRequiredService<ReglagesDeCourriel>())
            )
            .AddSingleton<InstallationDEnvoi>()
            .AddSingleton<ExpedierCourriels>()
            .AddHostedService<ExpediteurDeCourriels>();
}

/// <summary>Fait tourner l'expédition en tâche de fond.</summary>
internal sealed partial class ExpediteurDeCourriels(ExpedierCourriels expedier, ILogger<ExpediteurDeCourriels> journal)
    : BackgroundService
{
    private static readonly TimeSpan Rythme = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Repos = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var attente = Rythme;
            try
            {
                attente = await expedier.ExecuterAsync(annulation: stoppingToken) ? Rythme : Repos;
            }
            catch (Exception panne) when (panne is not OperationCanceledException)
            {
                SignalerPanne(panne);
                attente = Repos;
            }

            await Task.Delay(attente, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Error, "La file des courriels n'a pas pu être traitée ; nouvel essai dans trente secondes")]
    private partial void SignalerPanne(Exception panne);
}
