namespace CdgMarches.App.Documents;

/// <summary>Les champs que tout modèle peut employer : le papier à en-tête, le jour, le destinataire, la page.</summary>
public static class ChampsCommuns
{
    public const string Logo = "logo";
    public const string Destinataire = "destinataire";
    public const string NomDuDestinataire = "destinataire_nom";

    /// <summary>Les champs du papier à en-tête, réglés une fois pour tous les documents.</summary>
    public static IReadOnlyList<ChampDeModele> Tous { get; } =
    [
        new(Logo, "Logo du centre de gestion", "[logo]"),
        new("cdg_nom", "Nom du centre de gestion", "Centre de gestion du Pas-de-Calais"),
        new("cdg_adresse", "Adresse du centre de gestion", "Allée du Château\n62700 Bruay-la-Buissière"),
        new("cdg_adresse_ligne", "Adresse du centre de gestion, sur une ligne", "Allée du Château, 62700 Bruay-la-Buissière"),
        new("cdg_telephone", "Téléphone du centre de gestion", "03 21 00 00 00"),
        new("cdg_courriel", "Courriel du centre de gestion", "marches@cdg.example"),
        new("cdg_ville", "Ville où l'on signe", "Bruay-la-Buissière"),
        new("signataire_nom", "Nom du signataire", "Dominique Lefebvre"),
        new("signataire_qualite", "Qualité du signataire", "Le Président"),
        new("date_du_jour", "Date du jour, en lettres", "16 mars 2026"),
        new("annee", "Année", "2026"),
        new("agent_nom", "Agent qui produit le document", "Camille Hochart"),
        new("page", "Numéro de la page", "1"),
        new("pages", "Nombre de pages", "3"),
    ];

    /// <summary>Ceux d'un document qui part à quelqu'un.</summary>
    public static IReadOnlyList<ChampDeModele> DUnCourrier { get; } =
    [
        new(Destinataire, "Bloc d'adresse du destinataire", "Commune d'Arras\nPlace Guy-Mollet\n62000 ARRAS"),
        new(NomDuDestinataire, "Nom du destinataire", "Commune d'Arras"),
    ];

    /// <summary>Tous les champs hors tableaux d'une nature de document.</summary>
    public static IReadOnlyList<ChampDeModele> De(IModeleDeDocument nature) =>
        [.. nature.Champs, .. nature.AvecDestinataire ? DUnCourrier : [], .. Tous];
}
