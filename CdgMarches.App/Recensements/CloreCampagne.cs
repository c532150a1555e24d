using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>Clôt une campagne avant son échéance, ou celles dont l'échéance est passée.</summary>
/// <remarks>
/// La saisie s'arrête d'elle-même à l'instant de la clôture, que l'état soit déjà enregistré ou non : chaque écriture compare
/// cet instant. La clôture ne fait que l'inscrire dans l'état et dans l'historique.
/// </remarks>
public sealed class CloreCampagne(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(Acteur acteur, CampagneId id, int versionLue, CancellationToken annulation = default)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var campagne = await contexte.CampagneAGererAsync(acteur, id, jeton);
                contexte.ExigerVersion(campagne, versionLue);
                var instant = horloge.Maintenant;
                campagne.Clore(instant);
                await contexte.EnregistrerAsync(acteur, instant, jeton);
                await contexte
                    .Reponses.Where(r => r.Campagne == id && !r.DelaiPersonnel && r.OuverteJusqua > instant)
                    .ExecuteUpdateAsync(r => r.SetProperty(x => x.OuverteJusqua, instant), jeton);
            },
            annulation
        );
    }

    /// <summary>Clôt les campagnes échues.</summary>
    /// <returns>Leur nombre.</returns>
    public async Task<int> CloreLesEchuesAsync(CancellationToken annulation = default)
    {
        var instant = horloge.Maintenant;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var echues = await contexte
            .Campagnes.Where(c => c.Etat == EtatDeCampagne.Ouverte && c.ClotureLe <= instant)
            .ToListAsync(annulation);
        foreach (var campagne in echues)
        {
            campagne.Clore(instant);
        }

        if (echues.Count > 0)
        {
            await contexte.EnregistrerAsync(Acteur.Systeme, instant, annulation);
        }

        return echues.Count;
    }
}

/// <summary>Inscrit chaque minute la clôture des campagnes échues.</summary>
internal sealed partial class ClotureDesCampagnes(CloreCampagne clore, ILogger<ClotureDesCampagnes> journal) : BackgroundService
{
    private static readonly TimeSpan Rythme = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await clore.CloreLesEchuesAsync(stoppingToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another node, or an agent, closed it first.
            }
            catch (Exception panne) when (panne is not OperationCanceledException)
            {
                SignalerPanne(panne);
            }

            await Task.Delay(Rythme, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Error, "La clôture des campagnes échues n'a pas pu être enregistrée ; nouvel essai dans une minute")]
    private partial void SignalerPanne(Exception panne);
}
