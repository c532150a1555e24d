using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Parametres;

/// <summary>Les codes des seuils de la commande publique, en euros hors taxes sauf mention.</summary>
/// <remarks>
/// Le seuil de transmission au contrôle de légalité n'a pas de code : il est, par renvoi, celui des procédures formalisées de
/// fournitures et services des collectivités (CGCT, art. D2131-5-1).
/// </remarks>
public static class CodesDeSeuil
{
    public const string FormaliseeFournituresServices = "seuil.formalisee.fournitures-services";
    public const string FormaliseeFournituresServicesEtat = "seuil.formalisee.fournitures-services.etat";
    public const string FormaliseeFournituresServicesEntites = "seuil.formalisee.fournitures-services.entites-adjudicatrices";
    public const string FormaliseeTravaux = "seuil.formalisee.travaux";
    public const string DispenseFournituresServices = "seuil.dispense.fournitures-services";
    public const string DispenseTravaux = "seuil.dispense.travaux";
    public const string AchatInnovant = "seuil.achat-innovant";
    public const string ContratEcrit = "seuil.contrat-ecrit";
    public const string AvisBoampOuJal = "seuil.avis-boamp-jal";
    public const string ProfilDAcheteur = "seuil.profil-d-acheteur";
    public const string DonneesEssentielles = "seuil.donnees-essentielles";
    public const string ListeAnnuelle = "seuil.liste-annuelle";
    public const string PetitLotFournituresServices = "seuil.petit-lot.fournitures-services";
    public const string PetitLotTravaux = "seuil.petit-lot.travaux";

    /// <summary>La part des petits lots dans l'ensemble des lots, en points de pourcentage.</summary>
    public const string PartDesPetitsLots = "seuil.petits-lots.part";

    public static IReadOnlyList<string> Tous { get; } =
    [
        FormaliseeFournituresServices,
        FormaliseeFournituresServicesEtat,
        FormaliseeFournituresServicesEntites,
        FormaliseeTravaux,
        DispenseFournituresServices,
        DispenseTravaux,
        AchatInnovant,
        ContratEcrit,
        AvisBoampOuJal,
        ProfilDAcheteur,
        DonneesEssentielles,
        ListeAnnuelle,
        PetitLotFournituresServices,
        PetitLotTravaux,
        PartDesPetitsLots,
    ];

    /// <summary>Le nom du seuil pour l'agent.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Ce code n'est pas celui d'un seuil.</exception>
    public static string Libelle(string code) =>
        code switch
        {
            FormaliseeFournituresServices => "procédure formalisée, fournitures et services des collectivités",
            FormaliseeFournituresServicesEtat => "procédure formalisée, fournitures et services de l'État",
            FormaliseeFournituresServicesEntites => "procédure formalisée, fournitures et services des entités adjudicatrices",
            FormaliseeTravaux => "procédure formalisée, travaux",
            DispenseFournituresServices => "dispense de publicité et de mise en concurrence, fournitures et services",
            DispenseTravaux => "dispense de publicité et de mise en concurrence, travaux",
            AchatInnovant => "achat innovant sans publicité ni mise en concurrence",
            ContratEcrit => "contrat écrit",
            AvisBoampOuJal => "avis au BOAMP ou dans un journal d'annonces légales",
            ProfilDAcheteur => "documents sur le profil d'acheteur",
            DonneesEssentielles => "données essentielles (DECP)",
            ListeAnnuelle => "liste annuelle des marchés dispensés",
            PetitLotFournituresServices => "petit lot en procédure adaptée, fournitures et services",
            PetitLotTravaux => "petit lot en procédure adaptée, travaux",
            PartDesPetitsLots => "part des petits lots dans l'ensemble (%)",
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Ce code n'est pas celui d'un seuil."),
        };

    public static string Formalisee(NatureDAchat nature) =>
        nature is NatureDAchat.Travaux ? FormaliseeTravaux : FormaliseeFournituresServices;

    public static string Dispense(NatureDAchat nature) =>
        nature is NatureDAchat.Travaux ? DispenseTravaux : DispenseFournituresServices;

    public static string PetitLot(NatureDAchat nature) =>
        nature is NatureDAchat.Travaux ? PetitLotTravaux : PetitLotFournituresServices;
}
