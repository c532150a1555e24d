using CdgMarches.App.Parametres;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Socle.Taches;

/// <summary>Une tâche planifiée et ce que sa dernière exécution a donné.</summary>
public sealed record LigneDeTache(
    string Nom,
    string Libelle,
    string Cron,
    DateTimeOffset? Derniere,
    bool AReussi,
    string Resultat
);

/// <summary>Les tâches planifiées, pour l'administrateur.</summary>
public sealed class LireTaches(
    IDbContextFactory<MarchesDbContext> donnees,
    IEnumerable<ITachePlanifiee> taches,
    LireParametres parametres,
    ExecuterTache executer
)
{
    public async Task<IReadOnlyList<LigneDeTache>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Administrer);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var executions = await contexte.ExecutionsDeTache.AsNoTracking().ToDictionaryAsync(e => e.Nom, annulation);
        List<LigneDeTache> lignes = [];
        foreach (var tache in taches.OrderBy(t => t.Libelle, StringComparer.CurrentCulture))
        {
            var heure = tache.ReglageDeLHeure is { } cle ? await parametres.ReglageAsync(cle, annulation) : null;
            var cron = HeureDeTache.Appliquer(tache.Cron, heure);
            lignes.Add(
                executions.GetValueOrDefault(tache.Nom) is { } derniere
                    ? new(tache.Nom, tache.Libelle, cron, derniere.CommenceeLe, derniere.AReussi, derniere.Resultat)
                    : new(tache.Nom, tache.Libelle, cron, null, true, "Pas encore exécutée")
            );
        }

        return lignes;
    }

    /// <summary>Exécute une tâche sans attendre son heure.</summary>
    /// <returns>Ce qu'elle a donné, en une phrase.</returns>
    /// <exception cref="RefusException">Un autre nœud l'exécute en ce moment, ou elle n'existe pas.</exception>
    public async Task<string> LancerAsync(Acteur acteur, string nom, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Administrer);
        var tache =
            taches.FirstOrDefault(t => t.Nom == nom)
            ?? throw new RefusException("Cette tâche n'existe pas : rien n'a été exécuté.");
        var execution =
            await executer.ExecuterAsync(tache, annulation)
            ?? throw new RefusException(
                "Cette tâche est en cours, peut-être sur un autre serveur : elle n'a pas été lancée deux fois."
            );
        return execution.AReussi ? execution.Resultat : throw new RefusException(execution.Resultat);
    }
}
