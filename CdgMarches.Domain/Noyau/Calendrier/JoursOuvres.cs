namespace CdgMarches.Domain.Noyau.Calendrier;

/// <summary>Les jours ouvrés : du lundi au vendredi, hors jours fériés de la zone (RG8.02, RG8.03).</summary>
public static class JoursOuvres
{
    public static bool Est(DateOnly jour, ZoneDeJoursFeries zone) =>
        jour.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !JoursFeries.Est(jour, zone);

    /// <summary>Le n-ième jour ouvré après celui-ci, qui n'est pas compté ; avant lui si le nombre est négatif.</summary>
    /// <remarks>Depuis un jour ouvré, ajouter puis retirer le même nombre ramène au départ.</remarks>
    public static DateOnly Ajouter(DateOnly depart, int joursOuvres, ZoneDeJoursFeries zone)
    {
        var pas = Math.Sign(joursOuvres);
        var jour = depart;
        for (var restants = Math.Abs(joursOuvres); restants > 0; )
        {
            jour = jour.AddDays(pas);
            if (Est(jour, zone))
            {
                restants--;
            }
        }

        return jour;
    }

    /// <summary>Ce jour s'il est ouvré, sinon le premier jour ouvré qui le suit.</summary>
    public static DateOnly Prochain(DateOnly auPlusTot, ZoneDeJoursFeries zone)
    {
        var jour = auPlusTot;
        while (!Est(jour, zone))
        {
            jour = jour.AddDays(1);
        }

        return jour;
    }

    /// <summary>Ce jour s'il est ouvré, sinon le dernier jour ouvré qui le précède.</summary>
    public static DateOnly DernierAvant(DateOnly auPlusTard, ZoneDeJoursFeries zone)
    {
        var jour = auPlusTard;
        while (!Est(jour, zone))
        {
            jour = jour.AddDays(-1);
        }

        return jour;
    }
}
