using System.Globalization;

namespace CdgMarches.App.Socle.Taches;

/// <summary>L'heure réglée d'une tâche, dans son expression cron.</summary>
public static class HeureDeTache
{
    /// <summary>Lit une heure écrite « hh:mm ».</summary>
    public static TimeOnly? Lire(string texte) =>
        TimeOnly.TryParseExact(texte, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var heure) ? heure : null;

    /// <summary>L'expression de la tâche, à l'heure réglée ; la sienne si rien ne se lit.</summary>
    public static string Appliquer(string cron, string? reglage) =>
        reglage is not null && Lire(reglage) is { } heure
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"0 {heure.Minute} {heure.Hour} {string.Join(' ', cron.Split(' ')[3..])}"
            )
            : cron;
}
