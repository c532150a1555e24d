namespace CdgMarches.Domain.Courriels;

/// <summary>Comment un courrier part.</summary>
public enum ModeDEnvoi
{
    LettreRecommandee,
    LettreSimple,
    RemiseEnMainPropre,
    RecommandeElectronique,
}

/// <summary>Ce qu'un pli est devenu.</summary>
public enum IssueDeCourrier
{
    EnCours,
    Remis,
    Refuse,

    /// <summary>Le destinataire n'est pas venu le chercher dans le délai de garde.</summary>
    NonReclame,

    /// <summary>Revenu sans avoir été présenté : rien n'est notifié.</summary>
    AdresseInconnue,
}

/// <summary>Ce qu'une transmission aux membres porte.</summary>
public enum NatureDeTransmission
{
    /// <summary>Une information utile à l'exécution ou à la vie du groupement.</summary>
    Information,

    /// <summary>Une demande reçue qui concerne les membres.</summary>
    Demande,

    Document,
}

/// <summary>Les mots des courriers et des transmissions.</summary>
public static class EtatsDeCourrierExtensions
{
    public static string Libelle(this ModeDEnvoi mode) =>
        mode switch
        {
            ModeDEnvoi.LettreRecommandee => "Lettre recommandée avec accusé de réception",
            ModeDEnvoi.LettreSimple => "Lettre simple",
            ModeDEnvoi.RemiseEnMainPropre => "Remise en main propre",
            ModeDEnvoi.RecommandeElectronique => "Recommandé électronique",
        };

    public static bool AttendUnAccuse(this ModeDEnvoi mode) =>
        mode is ModeDEnvoi.LettreRecommandee or ModeDEnvoi.RecommandeElectronique;

    public static string Libelle(this IssueDeCourrier issue) =>
        issue switch
        {
            IssueDeCourrier.EnCours => "En cours",
            IssueDeCourrier.Remis => "Remis",
            IssueDeCourrier.Refuse => "Refusé",
            IssueDeCourrier.NonReclame => "Non réclamé",
            IssueDeCourrier.AdresseInconnue => "Adresse inconnue",
        };

    public static string Libelle(this NatureDeTransmission nature) =>
        nature switch
        {
            NatureDeTransmission.Information => "Information",
            NatureDeTransmission.Demande => "Demande reçue",
            NatureDeTransmission.Document => "Document",
        };
}
