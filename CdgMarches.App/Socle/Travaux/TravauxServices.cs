using CdgMarches.App.Courriels;
using CdgMarches.App.Socle.Fichiers;

namespace CdgMarches.App.Socle.Travaux;

internal static class TravauxServices
{
    public static IServiceCollection AddTravaux(this IServiceCollection services) =>
        services
            .AddModelesDeCourriel(CourrielDeTravail.Definition)
            .AddSingleton<FileDeTravaux>()
            .AddSingleton<ExecuterTravaux>()
            .AddSingleton<TerminerTravail>()
            .AddSingleton<PurgerTravaux>()
            .AddSingleton<LireTravaux>()
            .AddHostedService<OuvrierDeTravaux>();

    /// <summary>Enregistre le code d'un type de travail, sous le nom que portent ses lignes.</summary>
    public static IServiceCollection AddTravail<TTravail>(this IServiceCollection services, string type)
        where TTravail : class, ITravail => services.AddKeyedScoped<ITravail, TTravail>(type);

    public static IEndpointRouteBuilder MapTravaux(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/travaux/{id:guid}/fichier", TelechargerAsync).RequireAuthorization(Domain.Noyau.Droits.Consulter);
        return routes;
    }

    /// <summary>Le fichier n'est qu'à l'auteur, et tant qu'il garde le droit qu'il a fallu pour le demander.</summary>
    private static async Task<IResult> TelechargerAsync(
        Guid id,
        HttpContext http,
        ActeurCourant acteurCourant,
        LireTravaux lire,
        ServirPiece servir,
        CancellationToken annulation
    )
    {
        var acteur = await acteurCourant.LireAsync(annulation);
        return await lire.PieceAsync(acteur, id, annulation) is { } piece
            ? servir.Repondre(piece, http)
            : TypedResults.NotFound();
    }
}

/// <summary>Fait tourner les travaux de fond : deux à la fois sur chaque nœud, et la purge toutes les heures.</summary>
internal sealed partial class OuvrierDeTravaux(ExecuterTravaux executer, PurgerTravaux purger, ILogger<OuvrierDeTravaux> journal)
    : BackgroundService
{
    private const int ALaFois = 2;
    private static readonly TimeSpan Rythme = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Repos = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan RythmeDePurge = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([
            .. Enumerable
                .Range(0, ALaFois)
                .Select(rang =>
                    TournerAsync(jeton => executer.ExecuterUnAsync($"{Baux.Ici}/{rang}", jeton), Rythme, stoppingToken)
                ),
            TournerAsync(PurgerAsync, RythmeDePurge, stoppingToken),
        ]);

    private async Task<bool> PurgerAsync(CancellationToken arret)
    {
        await purger.ExecuterAsync(arret);
        return false;
    }

    private async Task TournerAsync(Func<CancellationToken, Task<bool>> tour, TimeSpan rythme, CancellationToken arret)
    {
        await Task.Yield();
        while (!arret.IsCancellationRequested)
        {
            var attente = rythme;
            try
            {
                attente = await tour(arret) ? TimeSpan.Zero : rythme;
            }
            catch (Exception panne) when (panne is not OperationCanceledException)
            {
                SignalerPanne(panne);
                attente = Repos;
            }
            catch (OperationCanceledException) when (arret.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(attente, arret).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Error, "Les travaux de fond n'ont pas pu être lus ; nouvel essai dans quinze secondes")]
    private partial void SignalerPanne(Exception panne);
}
