using CdgMarches.Database.Parametres;

namespace CdgMarches.App.Parametres;

/// <summary>Les réglages généraux du CDG : leur clé, leur nom et leur valeur d'origine.</summary>
public static class ClesDeReglage
{
    public const string NomDuCdg = "cdg.nom";
    public const string AdresseDuCdg = "cdg.adresse";
    public const string TelephoneDuCdg = "cdg.telephone";
    public const string CourrielDuCdg = ReglageGeneral.CourrielDeContact;

    /// <summary>La ville que portent les actes : « Bruay-la-Buissière, le 16 mars 2026 ».</summary>
    public const string VilleDuCdg = "cdg.ville";

    /// <summary>Celui qui signe les courriers et les actes du CDG, et sa qualité.</summary>
    public const string SignataireDuCdg = "cdg.signataire";
    public const string QualiteDuSignataire = "cdg.signataire-qualite";

    /// <summary>Le tribunal que les conventions d'accès désignent, saisi après une tentative amiable.</summary>
    public const string Tribunal = "cdg.tribunal";

    /// <summary>La zone de jours fériés, par son nom dans l'énumération du calendrier.</summary>
    public const string ZoneDeJoursFeries = "calendrier.zone";

    /// <summary>Ce qui termine chaque courriel.</summary>
    public const string SignatureDesCourriels = "texte.signature";

    /// <summary>Ce qu'un membre lit en haut de « Mon espace » ; vide pour ne rien y mettre.</summary>
    public const string AccueilDesMembres = "texte.accueil-membre";

    /// <summary>L'information sur les données personnelles, au pied des courriels et des pages des membres.</summary>
    public const string DonneesPersonnelles = "texte.donnees-personnelles";

    /// <summary>Les jours des relances de recensement, comptés depuis la clôture.</summary>
    public const string JoursDesRelances = "relances.jours";

    /// <summary>Le jour de l'année (jj/mm) où les membres apprennent jusqu'à quand ils peuvent se retirer ; vide pour ne rien envoyer.</summary>
    public const string JourDeLAvisDeRetrait = "retrait.avis";

    /// <summary>À quelle heure, au CDG, partent les relances des recensements.</summary>
    public const string HeureDesRelances = "heures.relances";

    /// <summary>À quelle heure chaque agent reçoit ce qui l'attend.</summary>
    public const string HeureDuResume = "heures.resume";

    /// <summary>À quelle heure partent les alertes de l'échéancier.</summary>
    public const string HeureDesAlertes = "heures.alertes";

    public static IReadOnlyList<string> Toutes { get; } =
    [
        NomDuCdg,
        AdresseDuCdg,
        TelephoneDuCdg,
        CourrielDuCdg,
        VilleDuCdg,
        SignataireDuCdg,
        QualiteDuSignataire,
        Tribunal,
        ZoneDeJoursFeries,
        SignatureDesCourriels,
        AccueilDesMembres,
        DonneesPersonnelles,
        JoursDesRelances,
        JourDeLAvisDeRetrait,
        HeureDesRelances,
        HeureDuResume,
        HeureDesAlertes,
    ];

    public static string Libelle(string cle) =>
        cle switch
        {
            NomDuCdg => "Nom du centre de gestion",
            AdresseDuCdg => "Adresse postale",
            TelephoneDuCdg => "Téléphone",
            CourrielDuCdg => "Courriel de contact",
            VilleDuCdg => "Ville des actes",
            SignataireDuCdg => "Signataire des courriers et des actes",
            QualiteDuSignataire => "Qualité du signataire",
            Tribunal => "Tribunal désigné par les conventions d'accès",
            ZoneDeJoursFeries => "Zone de jours fériés",
            SignatureDesCourriels => "Signature des courriels",
            AccueilDesMembres => "Message d'accueil des membres",
            DonneesPersonnelles => "Information sur les données personnelles",
            JoursDesRelances => "Jours des relances de recensement, comptés depuis la clôture",
            JourDeLAvisDeRetrait => "Avis annuel de la date limite de retrait (jj/mm)",
            HeureDesRelances => "Heure des relances de recensement (hh:mm)",
            HeureDuResume => "Heure du résumé quotidien des agents (hh:mm)",
            HeureDesAlertes => "Heure des alertes de l'échéancier (hh:mm)",
            _ => cle,
        };

    public static string Defaut(string cle) =>
        cle switch
        {
            NomDuCdg => "Centre de gestion",
            QualiteDuSignataire => "Le Président",
            Tribunal => "tribunal administratif territorialement compétent",
            ZoneDeJoursFeries => nameof(Domain.Noyau.Calendrier.ZoneDeJoursFeries.Metropole),
            SignatureDesCourriels => "Le service des marchés",
            JoursDesRelances => "-15 ; -5 ; -1 ; 2",
            JourDeLAvisDeRetrait => "01/09",
            HeureDesRelances => "09:00",
            HeureDuResume => "08:30",
            HeureDesAlertes => "07:30",
            DonneesPersonnelles =>
                "Vos données servent à la gestion des groupements de commandes. Pour y accéder ou les faire corriger, écrivez au centre de gestion.",
            _ => "",
        };

    public static int LongueurMax(string cle) =>
        cle switch
        {
            NomDuCdg or CourrielDuCdg or VilleDuCdg or SignataireDuCdg or QualiteDuSignataire or Tribunal => 200,
            TelephoneDuCdg => 30,
            JoursDesRelances => 100,
            JourDeLAvisDeRetrait or HeureDesRelances or HeureDuResume or HeureDesAlertes => 5,
            AdresseDuCdg => 500,
            _ => 2000,
        };

    /// <summary>Le nombre de lignes du champ de saisie.</summary>
    public static int Lignes(string cle) =>
        cle switch
        {
            AdresseDuCdg => 3,
            SignatureDesCourriels or AccueilDesMembres or DonneesPersonnelles => 4,
            _ => 1,
        };
}
