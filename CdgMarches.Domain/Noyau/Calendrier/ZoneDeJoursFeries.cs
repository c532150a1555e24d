namespace CdgMarches.Domain.Noyau.Calendrier;

/// <summary>Le territoire dont on suit les jours fériés ; c'est un attribut du CDG (RG8.01).</summary>
public enum ZoneDeJoursFeries
{
    Metropole,

    /// <summary>Bas-Rhin, Haut-Rhin et Moselle.</summary>
    AlsaceMoselle,
    Guadeloupe,
    Martinique,
    Guyane,
    LaReunion,
    Mayotte,
    SaintBarthelemy,
    SaintMartin,
    SaintPierreEtMiquelon,
}

public static class ZonesDeJoursFeries
{
    public static string Libelle(this ZoneDeJoursFeries zone) =>
        zone switch
        {
            ZoneDeJoursFeries.Metropole => "Métropole",
            ZoneDeJoursFeries.AlsaceMoselle => "Alsace-Moselle",
            ZoneDeJoursFeries.Guadeloupe => "Guadeloupe",
            ZoneDeJoursFeries.Martinique => "Martinique",
            ZoneDeJoursFeries.Guyane => "Guyane",
            ZoneDeJoursFeries.LaReunion => "La Réunion",
            ZoneDeJoursFeries.Mayotte => "Mayotte",
            ZoneDeJoursFeries.SaintBarthelemy => "Saint-Barthélemy",
            ZoneDeJoursFeries.SaintMartin => "Saint-Martin",
            ZoneDeJoursFeries.SaintPierreEtMiquelon => "Saint-Pierre-et-Miquelon",
        };
}
