namespace CdgMarches.Domain.Noyau.Calendrier;

/// <summary>Les délais en jours francs : jours entiers, ni celui qui ouvre ni celui qui ferme ne compte.</summary>
/// <remarks>
/// RG2.10, RG8.02, RG8.07. Samedis, dimanches et jours fériés comptent et ne prolongent pas (CE 13 octobre 1993 d'André ;
/// questions Sénat 05699 et 00343). Le délai se compte à rebours depuis la réunion : l'article 642 du code de procédure
/// civile ne s'y applique pas. Dates locales du CDG, les heures sont sans effet.
/// </remarks>
public static class JoursFrancs
{
    /// <summary>Le nombre de jours francs entre l'envoi et la réunion ; négatif si la réunion n'est pas après l'envoi.</summary>
    public static int Entre(DateOnly envoi, DateOnly reunion) => reunion.DayNumber - envoi.DayNumber - 1;

    /// <summary>La première réunion possible pour un envoi : envoi le 10, cinq jours francs, réunion le 16.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Le nombre de jours est négatif.</exception>
    public static DateOnly PremiereDateApres(DateOnly envoi, int joursFrancs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(joursFrancs);
        return envoi.AddDays(joursFrancs + 1);
    }

    /// <summary>Le dernier jour d'envoi pour une réunion : réunion le 16, cinq jours francs, envoi le 10 au plus tard.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Le nombre de jours est négatif.</exception>
    public static DateOnly DernierEnvoi(DateOnly reunion, int joursFrancs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(joursFrancs);
        return reunion.AddDays(-joursFrancs - 1);
    }

    /// <summary>Le dernier jour ouvré où envoyer : un conseil, le droit ne demande que <see cref="DernierEnvoi"/>.</summary>
    public static DateOnly DernierEnvoiConseille(DateOnly reunion, int joursFrancs, ZoneDeJoursFeries zone) =>
        JoursOuvres.DernierAvant(DernierEnvoi(reunion, joursFrancs), zone);
}
