using CdgMarches.Database;
using CdgMarches.Database.Socle;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Socle.Travaux;

/// <summary>
/// Deux fois par seconde, pendant qu'un travail s'exécute : enregistre où il en est, prolonge son bail, regarde si l'auteur
/// y renonce.
/// </summary>
internal sealed class SuiviEnBase(
    IDbContextFactory<MarchesDbContext> donnees,
    Baux baux,
    Guid travail,
    string? detenteur,
    CancellationTokenSource fin
) : IProgress<Avancement>, IDisposable
{
    private static readonly TimeSpan Rythme = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan RythmeDuBail = TimeSpan.FromSeconds(5);
    private readonly CancellationTokenSource _arret = new();
    private volatile Avancement? _dernier;

    public Avancement? Dernier => _dernier;

    /// <summary>Un autre nœud a repris le travail : celui-ci ne doit plus rien écrire.</summary>
    public bool BailPerdu { get; private set; }

    public bool AnnulationDemandee { get; private set; }

    public void Report(Avancement value) => _dernier = value;

    public async Task VeillerAsync()
    {
        Avancement? ecrit = null;
        var depuisLeBail = TimeSpan.Zero;
        while (!_arret.IsCancellationRequested)
        {
            await Task.Delay(Rythme, _arret.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_arret.IsCancellationRequested)
            {
                return;
            }

            depuisLeBail += Rythme;
            try
            {
                if (depuisLeBail >= RythmeDuBail)
                {
                    depuisLeBail = TimeSpan.Zero;
                    BailPerdu = !await baux.ProlongerAsync(travail, ExecuterTravaux.DureeDuBail, detenteur);
                }

                ecrit = await EcrireAsync(ecrit);
            }
            catch (Exception panne) when (panne is DbUpdateException or System.Data.Common.DbException or TimeoutException)
            {
                // The database is unreachable for a moment: the lease lasts six beats, the next one tries again.
                continue;
            }

            if (BailPerdu || AnnulationDemandee)
            {
                await fin.CancelAsync();
                return;
            }
        }
    }

    public async Task ArreterAsync(Task veille)
    {
        await _arret.CancelAsync();
        await veille;
    }

    public void Dispose() => _arret.Dispose();

    private async Task<Avancement?> EcrireAsync(Avancement? ecrit)
    {
        await using var contexte = await donnees.CreateDbContextAsync();
        var enCours = contexte.Travaux.Where(t => t.Id == travail && t.Etat == EtatDeTravail.EnCours);
        AnnulationDemandee = await enCours.AnyAsync(t => t.AnnulationDemandee);
        var dernier = _dernier;
        if (dernier is null || dernier == ecrit)
        {
            return ecrit;
        }

        var etape = dernier.Etape is { Length: > 200 } longue ? longue[..200] : dernier.Etape;
        await enCours.ExecuteUpdateAsync(t =>
            t.SetProperty(x => x.Fait, dernier.Fait).SetProperty(x => x.Total, dernier.Total).SetProperty(x => x.Etape, etape)
        );
        return dernier;
    }
}
