using CdgMarches.Domain.Noyau.Calendrier;

namespace CdgMarches.Database.Semences;

/// <summary>Une administration n'agit pas un dimanche ni un jour férié : la démonstration non plus, quel que soit le jour de sa création.</summary>
public static class JoursDeDemonstration
{
    /// <summary>Le jour même, ou le dernier jour ouvré d'avant : l'ordre des actes reste le leur.</summary>
    public static DateOnly Ouvre(this DateOnly jour) => JoursOuvres.DernierAvant(jour, ZoneDeJoursFeries.Metropole);

    /// <summary>Le jour même, ou le premier jour ouvré d'après : ce qui est à venir, ou attend un délai.</summary>
    public static DateOnly OuvreApres(this DateOnly jour) => JoursOuvres.Prochain(jour, ZoneDeJoursFeries.Metropole);

    /// <summary>Le n-ième jour ouvré après ce jour, qui ne compte pas.</summary>
    public static DateOnly JoursOuvresApres(this DateOnly jour, int jours) =>
        JoursOuvres.Ajouter(jour, jours, ZoneDeJoursFeries.Metropole);
}
