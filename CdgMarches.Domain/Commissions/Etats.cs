namespace CdgMarches.Domain.Commissions;

/// <summary>Le rang d'une personne sur un siège, ou sa voix consultative.</summary>
public enum QualiteEnSeance
{
    Titulaire,

    Suppleant,

    Consultatif,
}

/// <summary>Qui peut être invité avec voix consultative (CGCT L1414-3 III).</summary>
public enum RoleConsultatif
{
    ComptablePublic,

    /// <summary>Le représentant du ministre chargé de la concurrence.</summary>
    Dgccrf,

    Agent,

    Expert,
}

/// <summary>Où en est une séance.</summary>
public enum EtatDeSeance
{
    /// <summary>Date et ordre du jour se préparent.</summary>
    Programmee,

    /// <summary>Les convocations sont parties.</summary>
    Convoquee,

    /// <summary>La liste des sièges est figée, on relève les présents.</summary>
    Appel,

    /// <summary>Le quorum a été constaté à l'ouverture.</summary>
    Ouverte,

    Levee,

    /// <summary>Close par un constat de carence : une issue prévue, que suit une seconde convocation.</summary>
    SansQuorum,

    Annulee,
}

/// <summary>Comment on se réunit (RG2.22).</summary>
public enum ModeDeReunion
{
    Presentiel,

    Distance,

    Mixte,
}

/// <summary>Ce que la commission doit faire d'un point.</summary>
public enum NatureDuPoint
{
    /// <summary>Choisir le titulaire (CGCT L1414-2) : la commission décide.</summary>
    ChoixDuTitulaire,

    /// <summary>Donner son avis sur un avenant de plus de 5 % (CGCT L1414-4).</summary>
    AvisSurAvenant,

    /// <summary>Avis simple, la commission n'étant pas compétente (procédure adaptée).</summary>
    AvisSimple,
}

/// <summary>Ce que la commission a décidé d'un point.</summary>
public enum IssueDuPoint
{
    Attribution,

    Infructueux,

    SansSuite,

    AvisFavorable,

    AvisDefavorable,

    Ajourne,
}

/// <summary>Comment une convocation part.</summary>
public enum CanalDeConvocation
{
    Courriel,

    Courrier,

    MainPropre,
}

/// <summary>Ce qu'une personne répond à sa convocation ; un pouvoir n'existe pas dans une CAO (RG2.21).</summary>
public enum ReponseAConvocation
{
    Present,

    ADistance,

    Absent,

    AbsentSuppleantSiege,
}

public static class LibellesDeCommission
{
    public static string Libelle(this QualiteEnSeance qualite) =>
        qualite switch
        {
            QualiteEnSeance.Titulaire => "Titulaire",
            QualiteEnSeance.Suppleant => "Suppléant",
            QualiteEnSeance.Consultatif => "Voix consultative",
        };

    public static string Libelle(this RoleConsultatif role) =>
        role switch
        {
            RoleConsultatif.ComptablePublic => "Comptable public",
            RoleConsultatif.Dgccrf => "Représentant de la DGCCRF",
            RoleConsultatif.Agent => "Agent d'un membre",
            RoleConsultatif.Expert => "Personnalité désignée par le président",
        };

    public static string Libelle(this EtatDeSeance etat) =>
        etat switch
        {
            EtatDeSeance.Programmee => "Programmée",
            EtatDeSeance.Convoquee => "Convoquée",
            EtatDeSeance.Appel => "Appel en cours",
            EtatDeSeance.Ouverte => "Ouverte",
            EtatDeSeance.Levee => "Levée",
            EtatDeSeance.SansQuorum => "Close faute de quorum",
            EtatDeSeance.Annulee => "Annulée",
        };

    public static string Libelle(this ModeDeReunion mode) =>
        mode switch
        {
            ModeDeReunion.Presentiel => "En présence",
            ModeDeReunion.Distance => "À distance",
            ModeDeReunion.Mixte => "En présence et à distance",
        };

    public static string Libelle(this NatureDuPoint nature) =>
        nature switch
        {
            NatureDuPoint.ChoixDuTitulaire => "Choix du titulaire",
            NatureDuPoint.AvisSurAvenant => "Avis sur un avenant",
            NatureDuPoint.AvisSimple => "Avis simple",
        };

    public static string Libelle(this IssueDuPoint issue) =>
        issue switch
        {
            IssueDuPoint.Attribution => "Attribution",
            IssueDuPoint.Infructueux => "Infructueux",
            IssueDuPoint.SansSuite => "Sans suite",
            IssueDuPoint.AvisFavorable => "Avis favorable",
            IssueDuPoint.AvisDefavorable => "Avis défavorable",
            IssueDuPoint.Ajourne => "Ajourné",
        };

    public static string Libelle(this CanalDeConvocation canal) =>
        canal switch
        {
            CanalDeConvocation.Courriel => "Courriel",
            CanalDeConvocation.Courrier => "Courrier",
            CanalDeConvocation.MainPropre => "Remise en main propre",
        };

    public static string Libelle(this ReponseAConvocation reponse) =>
        reponse switch
        {
            ReponseAConvocation.Present => "Présent",
            ReponseAConvocation.ADistance => "À distance",
            ReponseAConvocation.Absent => "Absent",
            ReponseAConvocation.AbsentSuppleantSiege => "Absent, mon suppléant siège",
        };

    public static string Libelle(this ResultatDuVote resultat) =>
        resultat switch
        {
            ResultatDuVote.Adopte => "Adopté",
            ResultatDuVote.Rejete => "Rejeté",
            ResultatDuVote.Partage => "Partage des voix : pas de décision",
        };

    public static string Libelle(this SensDuVote sens) =>
        sens switch
        {
            SensDuVote.Pour => "Pour",
            SensDuVote.Contre => "Contre",
            SensDuVote.Abstention => "Abstention",
        };
}
