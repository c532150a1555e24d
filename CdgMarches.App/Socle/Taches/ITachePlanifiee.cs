namespace CdgMarches.App.Socle.Taches;

/// <summary>Un travail que l'application fait d'elle-même, à heures fixes.</summary>
/// <remarks>
/// Il peut être exécuté deux fois, en retard ou interrompu sans dommage : ce qu'il a fait se lit dans la base, jamais dans sa
/// mémoire. Un bail garantit qu'un seul nœud l'exécute à la fois.
/// </remarks>
public interface ITachePlanifiee
{
    /// <summary>Le nom sous lequel la base retient ses exécutions (« recensements.relances »).</summary>
    string Nom { get; }

    /// <summary>Ce qu'un administrateur lit.</summary>
    string Libelle { get; }

    /// <summary>Quand, en expression cron de Quartz, à l'heure du CDG.</summary>
    string Cron { get; }

    /// <summary>Le réglage général qui donne son heure ; null si elle n'en a pas.</summary>
    string? ReglageDeLHeure => null;

    /// <returns>Ce qu'elle a fait, en une phrase.</returns>
    Task<string> ExecuterAsync(CancellationToken annulation);
}
