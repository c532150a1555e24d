using CdgMarches.Domain.Noyau.Calendrier;

namespace CdgMarches.Domain.Commissions;

/// <summary>Le panneau « Délais » d'une séance : jusqu'à quand envoyer, et ce qu'il reste.</summary>
/// <param name="Seance">Le jour de la réunion.</param>
/// <param name="JoursFrancsRequis">Le délai de la convention.</param>
/// <param name="Aujourdhui">Le jour du CDG.</param>
/// <param name="Zone">La zone de jours fériés, pour le jour ouvré conseillé.</param>
/// <remarks>RG2.10, RG8.07. Calcul à rebours, que ni le week-end ni un jour férié ne prolongent.</remarks>
public sealed record DelaiDeConvocation(DateOnly Seance, int JoursFrancsRequis, DateOnly Aujourdhui, ZoneDeJoursFeries Zone)
{
    /// <summary>En deçà, le panneau passe à l'orange.</summary>
    private const int JoursDAlerte = 2;

    /// <summary>Le dernier jour d'envoi permis.</summary>
    public DateOnly AuPlusTard => JoursFrancs.DernierEnvoi(Seance, JoursFrancsRequis);

    /// <summary>Le dernier jour ouvré où l'on conseille d'envoyer.</summary>
    public DateOnly Conseille => JoursFrancs.DernierEnvoiConseille(Seance, JoursFrancsRequis, Zone);

    /// <summary>Les jours qui restent, aujourd'hui exclu ; négatif quand il est trop tard.</summary>
    public int JoursRestants => AuPlusTard.DayNumber - Aujourdhui.DayNumber;

    /// <summary>Les jours francs qui manquent si l'on envoie aujourd'hui.</summary>
    public int JoursManquants => Math.Max(0, -JoursRestants);

    /// <summary>La première séance possible en envoyant aujourd'hui.</summary>
    public DateOnly ProchaineDatePossible => JoursFrancs.PremiereDateApres(Aujourdhui, JoursFrancsRequis);

    public EtatDuDelai Etat =>
        JoursRestants switch
        {
            < 0 => EtatDuDelai.Depasse,
            <= JoursDAlerte => EtatDuDelai.Proche,
            _ => EtatDuDelai.Large,
        };
}

/// <summary>Où en est le délai d'envoi.</summary>
public enum EtatDuDelai
{
    Large,

    Proche,

    Depasse,
}
