using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Socle.Taches;

/// <summary>Exécute une tâche planifiée sous son bail, et retient ce qu'elle a donné.</summary>
public sealed partial class ExecuterTache(
    IDbContextFactory<MarchesDbContext> donnees,
    Baux baux,
    TimeProvider horloge,
    ILogger<ExecuterTache> journal
)
{
    /// <summary>Plus long que toute tâche ; un nœud mort rend la main au plus tard alors.</summary>
    private static readonly TimeSpan DureeDuBail = TimeSpan.FromMinutes(30);

    private static int _executions;

    /// <returns>Le résultat ; null si on l'exécute déjà, sur ce nœud ou sur un autre.</returns>
    public async Task<ExecutionDeTache?> ExecuterAsync(ITachePlanifiee tache, CancellationToken annulation = default)
    {
        var bail = BailDe(tache.Nom);
        // One holder per execution: an administrator's click must not join the scheduled run of the same node.
        var detenteur = string.Create(CultureInfo.InvariantCulture, $"{Baux.Ici}/{Interlocked.Increment(ref _executions)}");
        if (!await baux.PrendreAsync(bail, DureeDuBail, detenteur, annulation))
        {
            return null;
        }

        try
        {
            return await FaireAsync(tache, annulation);
        }
        finally
        {
            await baux.RendreAsync(bail, detenteur, CancellationToken.None);
        }
    }

    /// <summary>Le bail d'une tâche, le même sur tous les nœuds.</summary>
    internal static Guid BailDe(string nom) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"tache/{nom}")).AsSpan(0, 16));

    private async Task<ExecutionDeTache> FaireAsync(ITachePlanifiee tache, CancellationToken annulation)
    {
        var commencee = horloge.GetUtcNow();
        var (reussi, resultat) = (true, "");
        try
        {
            resultat = await tache.ExecuterAsync(annulation);
        }
        catch (RefusException refus)
        {
            (reussi, resultat) = (false, refus.Message);
        }
        catch (Exception panne) when (panne is not OperationCanceledException)
        {
            var reference = Guid.CreateVersion7().ToString("N")[^8..];
            SignalerPanne(panne, tache.Nom, reference);
            (reussi, resultat) = (
                false,
                $"Une erreur technique l'a arrêtée (référence {reference}) ; elle reprendra à sa prochaine heure."
            );
        }

        await using var contexte = await donnees.CreateDbContextAsync(CancellationToken.None);
        var execution =
            await contexte.ExecutionsDeTache.SingleOrDefaultAsync(e => e.Nom == tache.Nom, CancellationToken.None)
            ?? contexte.ExecutionsDeTache.Add(new ExecutionDeTache(tache.Nom)).Entity;
        (execution.CommenceeLe, execution.TermineeLe, execution.AReussi) = (commencee, horloge.GetUtcNow(), reussi);
        execution.Resultat =
            resultat.Length > ExecutionDeTache.LongueurDuResultat ? resultat[..ExecutionDeTache.LongueurDuResultat] : resultat;
        await contexte.SaveChangesAsync(CancellationToken.None);
        return execution;
    }

    [LoggerMessage(LogLevel.Error, "Échec de la tâche planifiée {Nom}, référence {Reference}")]
    private partial void SignalerPanne(Exception panne, string nom, string reference);
}
