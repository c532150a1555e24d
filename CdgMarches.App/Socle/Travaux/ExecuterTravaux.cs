using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Socle.Travaux;

/// <summary>Prend un travail en attente, ou abandonné par un processus mort, et l'exécute jusqu'au bout.</summary>
/// <remarks>
/// Deux nœuds ne prennent jamais le même : il faut tenir son bail. Celui qui exécute le prolonge tant qu'il vit ; s'il meurt,
/// un autre reprend le travail trente secondes plus tard, depuis son début.
/// </remarks>
internal sealed partial class ExecuterTravaux(
    IDbContextFactory<MarchesDbContext> donnees,
    IServiceScopeFactory portees,
    LireActeur lireActeur,
    TerminerTravail terminer,
    Baux baux,
    TimeProvider horloge,
    ILogger<ExecuterTravaux> journal
)
{
    /// <summary>Un travail fini reste sept jours dans « Mes exports ».</summary>
    public static readonly TimeSpan Conservation = TimeSpan.FromDays(7);

    public static readonly TimeSpan DureeDuBail = TimeSpan.FromSeconds(30);

    /// <summary>Un travail qui a tué trois fois son processus n'est plus repris.</summary>
    private const int EssaisAuPlus = 3;

    /// <param name="detenteur">Le nœud qui exécute ; ce processus si rien n'est dit.</param>
    /// <param name="arret">Le serveur s'arrête : le travail en cours est rendu, et sera repris.</param>
    /// <returns>Faux s'il n'y avait rien à faire.</returns>
    public async Task<bool> ExecuterUnAsync(string? detenteur = null, CancellationToken arret = default)
    {
        foreach (var id in await CandidatsAsync(arret))
        {
            if (!await baux.PrendreAsync(id, DureeDuBail, detenteur, arret))
            {
                continue;
            }

            try
            {
                if (await CommencerAsync(id, arret) is { } travail)
                {
                    await MenerAsync(travail, detenteur, arret);
                    return true;
                }
            }
            finally
            {
                await baux.RendreAsync(id, detenteur, CancellationToken.None);
            }
        }

        return false;
    }

    private async Task<List<Guid>> CandidatsAsync(CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte
            .Travaux.Where(t => t.Etat == EtatDeTravail.EnAttente || t.Etat == EtatDeTravail.EnCours)
            .Where(t => !contexte.Baux.Any(b => b.Id == t.Id && b.Jusque > maintenant))
            .OrderBy(t => t.CreeLe)
            .ThenBy(t => t.Id)
            .Select(t => t.Id)
            .Take(5)
            .ToListAsync(annulation);
    }

    /// <summary>Le bail tenu, on relit : il a pu être fini entre-temps.</summary>
    private async Task<Travail?> CommencerAsync(Guid id, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var pris = await contexte
            .Travaux.Where(t => t.Id == id && (t.Etat == EtatDeTravail.EnAttente || t.Etat == EtatDeTravail.EnCours))
            .ExecuteUpdateAsync(
                t =>
                    t.SetProperty(x => x.Etat, EtatDeTravail.EnCours)
                        .SetProperty(x => x.CommenceLe, maintenant)
                        .SetProperty(x => x.Essais, x => x.Essais + 1),
                annulation
            );
        return pris == 0 ? null : await contexte.Travaux.AsNoTracking().SingleAsync(t => t.Id == id, annulation);
    }

    private async Task MenerAsync(Travail travail, string? detenteur, CancellationToken arret)
    {
        if (travail.Essais > EssaisAuPlus)
        {
            await terminer.EchouerAsync(
                travail.Id,
                "Le travail s'est interrompu trois fois de suite et n'est plus repris. Vos données sont intactes ; signalez-le à l'administrateur."
            );
            return;
        }

        using var fin = CancellationTokenSource.CreateLinkedTokenSource(arret);
        using var suivi = new SuiviEnBase(donnees, baux, travail.Id, detenteur, fin);
        var veille = suivi.VeillerAsync();
        try
        {
            await using var portee = portees.CreateAsyncScope();
            var produit = await ExecuterAsync(portee.ServiceProvider, travail, suivi, fin.Token);
            await suivi.ArreterAsync(veille);
            await ConclureAsync(travail, suivi, produit, arret);
        }
        catch (OperationCanceledException) when (fin.IsCancellationRequested)
        {
            await suivi.ArreterAsync(veille);
            if (suivi.AnnulationDemandee)
            {
                await terminer.AnnulerAsync(travail.Id);
            }
        }
        catch (Exception panne)
        {
            await suivi.ArreterAsync(veille);
            if (!suivi.BailPerdu)
            {
                await EchouerAsync(travail, panne);
            }
        }
    }

    private async Task ConclureAsync(Travail travail, SuiviEnBase suivi, FichierProduit? produit, CancellationToken arret)
    {
        await using (produit?.Contenu)
        {
            // Without the lease another node is redoing this work: its result will count, not ours.
            if (!suivi.BailPerdu)
            {
                await terminer.ReussirAsync(travail, produit, suivi.Dernier, arret);
            }
        }
    }

    /// <summary>Les droits de l'auteur sont ceux d'aujourd'hui : un droit retiré depuis la demande arrête le travail.</summary>
    private async Task<FichierProduit?> ExecuterAsync(
        IServiceProvider services,
        Travail travail,
        SuiviEnBase suivi,
        CancellationToken annulation
    )
    {
        var code =
            services.GetKeyedService<ITravail>(travail.Type)
            ?? throw new RefusException(
                "Cette version de l'application ne sait plus faire ce travail. Relancez-le depuis la page d'où il vient."
            );
        var auteur =
            travail.AuteurId == Guid.Empty ? Acteur.Systeme
            : await lireActeur.ExecuterAsync(travail.AuteurId, annulation) is { } lu ? lu
            : throw new RefusException("Le compte qui a demandé ce travail est fermé : il n'a pas été fait.");
        auteur.Exiger(travail.Droit);
        return await code.ExecuterAsync(auteur, travail.Parametres, suivi, annulation);
    }

    private async Task EchouerAsync(Travail travail, Exception panne)
    {
        switch (panne)
        {
            case RefusException or RegleMetierException:
                await terminer.EchouerAsync(travail.Id, panne.Message);
                break;
            case DroitManquantException:
                await terminer.EchouerAsync(
                    travail.Id,
                    "Vous n'avez plus le droit de faire ce travail : il n'a pas été fait. Demandez à l'administrateur."
                );
                break;
            default:
                var reference = Guid.CreateVersion7().ToString("N")[^8..];
                SignalerPanne(panne, travail.Type, reference);
                await terminer.EchouerAsync(
                    travail.Id,
                    $"Une erreur technique a arrêté ce travail (référence {reference}). Vos données sont intactes ; relancez-le, puis donnez cette référence à l'administrateur.",
                    reference
                );
                break;
        }
    }

    [LoggerMessage(LogLevel.Error, "Échec d'un travail de type {Type}, référence {Reference}")]
    private partial void SignalerPanne(Exception panne, string type, string reference);
}
