using static CdgMarches.Domain.Noyau.Calendrier.ZoneDeJoursFeries;

namespace CdgMarches.Domain.Noyau.Calendrier;

/// <summary>Un jour férié d'une année.</summary>
/// <param name="Date">Le jour.</param>
/// <param name="Nom">Son nom d'usage.</param>
public sealed record JourFerie(DateOnly Date, string Nom);

/// <summary>La seule table des jours fériés : date fixe ou décalage depuis Pâques, zone, années de validité, article.</summary>
/// <remarks>
/// RG8.01. Code du travail, art. L3133-1 (partout), L3134-13 (Alsace-Moselle, sans la condition d'un temple protestant dans
/// la commune, que les données officielles ignorent) et L3422-2 (outre-mer). Saint-Martin : le Code dit le 27 mai, les
/// données officielles le 28 mai depuis 2018 ; on suit les données officielles.
/// </remarks>
internal static class TableDesJoursFeries
{
    private const string Partout = "Code du travail, art. L3133-1";
    private const string DroitLocal = "Code du travail, art. L3134-13";
    private const string OutreMer = "Code du travail, art. L3422-2";

    public static IReadOnlyList<LigneDeJourFerie> Lignes { get; } =
    [
        LigneDeJourFerie.Fixe("Jour de l'an", 1, 1, Partout),
        LigneDeJourFerie.Pascale("Vendredi saint", -2, DroitLocal, AlsaceMoselle),
        LigneDeJourFerie.Pascale("Lundi de Pâques", 1, Partout),
        LigneDeJourFerie.Fixe("Abolition de l'esclavage", 27, 4, OutreMer, Mayotte),
        LigneDeJourFerie.Fixe("Fête du Travail", 1, 5, Partout),
        LigneDeJourFerie.Fixe("Victoire de 1945", 8, 5, Partout),
        LigneDeJourFerie.Fixe("Abolition de l'esclavage", 22, 5, OutreMer, Martinique),
        LigneDeJourFerie.Fixe("Abolition de l'esclavage", 27, 5, OutreMer, Guadeloupe),
        LigneDeJourFerie.Fixe("Abolition de l'esclavage", 27, 5, OutreMer, SaintMartin, derniereAnnee: 2017),
        LigneDeJourFerie.Fixe(
            "Abolition de l'esclavage",
            28,
            5,
            "Données officielles depuis 2018",
            SaintMartin,
            premiereAnnee: 2018
        ),
        LigneDeJourFerie.Pascale("Ascension", 39, Partout),
        LigneDeJourFerie.Pascale("Lundi de Pentecôte", 50, Partout),
        LigneDeJourFerie.Fixe("Abolition de l'esclavage", 10, 6, OutreMer, Guyane),
        LigneDeJourFerie.Fixe("Fête nationale", 14, 7, Partout),
        LigneDeJourFerie.Fixe("Assomption", 15, 8, Partout),
        LigneDeJourFerie.Fixe("Abolition de l'esclavage", 9, 10, OutreMer, SaintBarthelemy),
        LigneDeJourFerie.Fixe("Toussaint", 1, 11, Partout),
        LigneDeJourFerie.Fixe("Armistice de 1918", 11, 11, Partout),
        LigneDeJourFerie.Fixe("Abolition de l'esclavage", 20, 12, OutreMer, LaReunion),
        LigneDeJourFerie.Fixe("Noël", 25, 12, Partout),
        LigneDeJourFerie.Fixe("Saint-Étienne", 26, 12, DroitLocal, AlsaceMoselle),
    ];
}

/// <summary>Une ligne de la table : un jour de chaque année où elle vaut.</summary>
internal sealed record LigneDeJourFerie(
    string Nom,
    int? Jour,
    int? Mois,
    int? JoursApresPaques,
    string Fondement,
    ZoneDeJoursFeries? Zone,
    int? PremiereAnnee,
    int? DerniereAnnee
)
{
    public static LigneDeJourFerie Fixe(
        string nom,
        int jour,
        int mois,
        string fondement,
        ZoneDeJoursFeries? zone = null,
        int? premiereAnnee = null,
        int? derniereAnnee = null
    ) => new(nom, jour, mois, null, fondement, zone, premiereAnnee, derniereAnnee);

    public static LigneDeJourFerie Pascale(string nom, int joursApresPaques, string fondement, ZoneDeJoursFeries? zone = null) =>
        new(nom, null, null, joursApresPaques, fondement, zone, null, null);

    public bool Vaut(int annee, ZoneDeJoursFeries zone) =>
        (Zone is null || Zone == zone)
        && (PremiereAnnee is not { } premiere || premiere <= annee)
        && (DerniereAnnee is not { } derniere || annee <= derniere);

    public DateOnly Date(int annee, DateOnly paques) =>
        JoursApresPaques is { } decalage ? paques.AddDays(decalage) : new DateOnly(annee, Mois!.Value, Jour!.Value);
}
