namespace CdgMarches.Domain.Procedures;

/// <summary>Les étapes d'une procédure, dans l'ordre ; jusqu'à l'examen des candidatures elles valent pour tous les lots.</summary>
public enum EtapeDeProcedure
{
    Recensement,
    NoteDOrganisation,
    Dce,
    Publication,
    RemiseDesOffres,
    Ouverture,
    Candidatures,
    Analyse,
    ConvocationDeLaCao,
    Attribution,
    Attestations,
    Rejets,
    AutorisationDeSigner,
    Signature,
    Transmission,
    Notification,
    InformationDesMembres,
    AvisDAttribution,
    DonneesEssentielles,
}

/// <summary>Où en est un lot : les états vivent sur le lot, la procédure en montre l'ensemble.</summary>
public enum StatutDeLot
{
    Preparation,
    RecensementClos,
    DceValide,
    Publie,
    RemiseClose,
    CandidaturesExaminees,
    OffresAnalysees,
    CaoConvoquee,
    Attribue,
    AttestationsRecues,
    RejetsNotifies,
    Signable,
    Signe,
    Transmis,
    Notifie,
    EnExecution,
    Termine,
    Suspendu,
    Infructueux,
    SansSuite,
    Relance,
    Resilie,
}

/// <summary>Comment la mise en concurrence d'un lot a fini.</summary>
public enum IssueDeLot
{
    Attribue,
    Infructueux,
    SansSuite,

    /// <summary>Le lot est remis en concurrence dans une autre procédure.</summary>
    Relance,
}

public static class Etapes
{
    public static IReadOnlyList<EtapeDeProcedure> Toutes { get; } = Enum.GetValues<EtapeDeProcedure>();

    /// <summary>Les étapes qui se constatent lot par lot.</summary>
    public static IReadOnlyList<EtapeDeProcedure> DesLots { get; } = [.. Toutes.Where(EstDuLot)];

    public static bool EstDuLot(this EtapeDeProcedure etape) => etape >= EtapeDeProcedure.Analyse;

    public static string Libelle(this EtapeDeProcedure etape) =>
        etape switch
        {
            EtapeDeProcedure.Recensement => "Recensement gelé",
            EtapeDeProcedure.NoteDOrganisation => "Note d'organisation",
            EtapeDeProcedure.Dce => "DCE validé",
            EtapeDeProcedure.Publication => "Publication de l'avis",
            EtapeDeProcedure.RemiseDesOffres => "Remise des plis",
            EtapeDeProcedure.Ouverture => "Ouverture des plis",
            EtapeDeProcedure.Candidatures => "Candidatures examinées",
            EtapeDeProcedure.Analyse => "Offres analysées",
            EtapeDeProcedure.ConvocationDeLaCao => "Convocation de la CAO",
            EtapeDeProcedure.Attribution => "Choix de l'attributaire",
            EtapeDeProcedure.Attestations => "Attestations reçues",
            EtapeDeProcedure.Rejets => "Information des évincés",
            EtapeDeProcedure.AutorisationDeSigner => "Autorisation de signer",
            EtapeDeProcedure.Signature => "Signature",
            EtapeDeProcedure.Transmission => "Contrôle de légalité",
            EtapeDeProcedure.Notification => "Notification",
            EtapeDeProcedure.InformationDesMembres => "Information des membres",
            EtapeDeProcedure.AvisDAttribution => "Avis d'attribution",
            EtapeDeProcedure.DonneesEssentielles => "Données essentielles",
        };

    /// <summary>Le texte qui fonde l'étape.</summary>
    public static string Fondement(this EtapeDeProcedure etape) =>
        etape switch
        {
            EtapeDeProcedure.Recensement => "Convention, art. 4",
            EtapeDeProcedure.NoteDOrganisation => "Convention, art. 3.1",
            EtapeDeProcedure.Dce => "CCP, art. R2132-1",
            EtapeDeProcedure.Publication => "CCP, art. R2131-19",
            EtapeDeProcedure.RemiseDesOffres => "CCP, art. R2151-5",
            EtapeDeProcedure.Ouverture => "CCP, art. R2132-9",
            EtapeDeProcedure.Candidatures => "CCP, art. R2144-2",
            EtapeDeProcedure.Analyse => "CCP, art. L2152-7",
            EtapeDeProcedure.ConvocationDeLaCao => "Convention, art. 3.2",
            EtapeDeProcedure.Attribution => "CGCT, art. L1414-2",
            EtapeDeProcedure.Attestations => "CCP, art. R2144-4 et R2143-6 à R2143-10",
            EtapeDeProcedure.Rejets => "CCP, art. R2181-1 et R2181-3",
            EtapeDeProcedure.AutorisationDeSigner => "CGCT, art. L2122-21",
            EtapeDeProcedure.Signature => "CCP, art. R2182-1",
            EtapeDeProcedure.Transmission => "CGCT, art. L2131-13",
            EtapeDeProcedure.Notification => "CCP, art. R2182-4",
            EtapeDeProcedure.InformationDesMembres => "Convention, art. 3.1",
            EtapeDeProcedure.AvisDAttribution => "CCP, art. R2183-1",
            EtapeDeProcedure.DonneesEssentielles => "CCP, art. R2196-1",
        };

    /// <summary>L'état où un lot arrive quand l'étape est constatée.</summary>
    internal static StatutDeLot? Statut(this EtapeDeProcedure etape) =>
        etape switch
        {
            EtapeDeProcedure.Recensement => StatutDeLot.RecensementClos,
            EtapeDeProcedure.Dce => StatutDeLot.DceValide,
            EtapeDeProcedure.Publication => StatutDeLot.Publie,
            EtapeDeProcedure.RemiseDesOffres => StatutDeLot.RemiseClose,
            EtapeDeProcedure.Candidatures => StatutDeLot.CandidaturesExaminees,
            EtapeDeProcedure.Analyse => StatutDeLot.OffresAnalysees,
            EtapeDeProcedure.ConvocationDeLaCao => StatutDeLot.CaoConvoquee,
            EtapeDeProcedure.Attribution => StatutDeLot.Attribue,
            EtapeDeProcedure.Attestations => StatutDeLot.AttestationsRecues,
            EtapeDeProcedure.Rejets => StatutDeLot.RejetsNotifies,
            EtapeDeProcedure.AutorisationDeSigner => StatutDeLot.Signable,
            EtapeDeProcedure.Signature => StatutDeLot.Signe,
            EtapeDeProcedure.Transmission => StatutDeLot.Transmis,
            EtapeDeProcedure.Notification => StatutDeLot.Notifie,
            EtapeDeProcedure.DonneesEssentielles => StatutDeLot.EnExecution,
            _ => null,
        };

    public static string Libelle(this StatutDeLot statut) =>
        statut switch
        {
            StatutDeLot.Preparation => "En préparation",
            StatutDeLot.RecensementClos => "Besoins gelés",
            StatutDeLot.DceValide => "DCE validé",
            StatutDeLot.Publie => "Publié",
            StatutDeLot.RemiseClose => "Remise close",
            StatutDeLot.CandidaturesExaminees => "Candidatures examinées",
            StatutDeLot.OffresAnalysees => "Offres analysées",
            StatutDeLot.CaoConvoquee => "CAO convoquée",
            StatutDeLot.Attribue => "Attribué",
            StatutDeLot.AttestationsRecues => "Attestations reçues",
            StatutDeLot.RejetsNotifies => "Évincés informés",
            StatutDeLot.Signable => "Signature autorisée",
            StatutDeLot.Signe => "Signé",
            StatutDeLot.Transmis => "Transmis",
            StatutDeLot.Notifie => "Notifié",
            StatutDeLot.EnExecution => "En exécution",
            StatutDeLot.Termine => "Terminé",
            StatutDeLot.Suspendu => "Suspendu (référé)",
            StatutDeLot.Infructueux => "Infructueux",
            StatutDeLot.SansSuite => "Sans suite",
            StatutDeLot.Relance => "Relancé",
            StatutDeLot.Resilie => "Résilié",
        };

    public static string Libelle(this IssueDeLot issue) =>
        issue switch
        {
            IssueDeLot.Attribue => "Attribué",
            IssueDeLot.Infructueux => "Infructueux",
            IssueDeLot.SansSuite => "Sans suite",
            IssueDeLot.Relance => "Relancé",
        };
}
