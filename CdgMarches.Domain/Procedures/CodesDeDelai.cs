namespace CdgMarches.Domain.Procedures;

/// <summary>Les codes des délais et plafonds de la passation et de l'exécution : des valeurs datées, jamais des constantes.</summary>
public static class CodesDeDelai
{
    /// <summary>Réception des candidatures et des offres : ce préfixe, la forme, puis la modalité qui réduit (tableau 4.2).</summary>
    public const string Reception = "delai.reception.";

    public const string ReceptionDocumentsHorsProfil = "delai.reception.documents-hors-profil";
    public const string ReceptionConseilleeEnMapa = "delai.reception.mapa-conseille";
    public const string ReponseAuxQuestions = "delai.reponse-aux-questions";
    public const string ReponseAuxQuestionsUrgence = "delai.reponse-aux-questions.urgence";
    public const string StandstillElectronique = "delai.standstill.electronique";
    public const string StandstillPapier = "delai.standstill.papier";
    public const string MotifsDuRejet = "delai.motifs-du-rejet";
    public const string Transmission = "delai.transmission";
    public const string AvisDAttribution = "delai.avis-d-attribution";

    /// <summary>En mois.</summary>
    public const string DonneesEssentielles = "delai.donnees-essentielles";

    public const string AgrementDuSousTraitant = "delai.agrement-sous-traitant";
    public const string AlerteDuSousTraitant = "delai.alerte-sous-traitant";

    /// <summary>En euros toutes taxes comprises.</summary>
    public const string PaiementDirect = "seuil.paiement-direct-ttc";

    /// <summary>En points de pourcentage du montant initial.</summary>
    public const string AvenantFaibleMontantFournituresServices = "part.avenant.faible-montant.fournitures-services";

    public const string AvenantFaibleMontantTravaux = "part.avenant.faible-montant.travaux";
    public const string AvenantMoitie = "part.avenant.moitie";
    public const string AvenantAvisDeLaCao = "part.avenant.avis-cao";

    /// <summary>En mois.</summary>
    public const string DureeDeLAccordCadre = "duree.accord-cadre";

    public const string AlerteDuMaximum = "part.alerte-maximum";

    /// <summary>En mois avant la fin d'un marché.</summary>
    public const string RecensementSuivant = "delai.recensement-suivant";

    /// <summary>En jours avant la décision de reconduire.</summary>
    public const string AlerteDeReconduction = "delai.alerte-reconduction";

    /// <summary>En années.</summary>
    public const string ConservationDeLaProcedure = "duree.conservation.procedure";

    public const string ConservationDuMarche = "duree.conservation.marche";
    public const string ConservationDesTravaux = "duree.conservation.travaux";

    /// <summary>En jours : avant le terme pour la première relance automatique d'un bilan, et entre deux relances.</summary>
    public const string RelanceDesBilans = "delai.relance-bilan";

    private static readonly Dictionary<string, string> Noms = new(StringComparer.Ordinal)
    {
        [ReceptionDocumentsHorsProfil] = "réception : en plus si des documents ne sont pas sur le profil d'acheteur (jours)",
        [ReceptionConseilleeEnMapa] = "réception conseillée en procédure adaptée (jours)",
        [ReponseAuxQuestions] = "réponses aux questions avant la date limite (jours)",
        [ReponseAuxQuestionsUrgence] = "réponses aux questions avant la date limite, en urgence (jours)",
        [StandstillElectronique] = "suspension de signature, rejets tous électroniques (jours)",
        [StandstillPapier] = "suspension de signature, un rejet au moins sur papier (jours)",
        [MotifsDuRejet] = "communication des motifs à qui les demande (jours)",
        [Transmission] = "transmission au contrôle de légalité après la signature (jours)",
        [AvisDAttribution] = "avis d'attribution après la signature (jours)",
        [DonneesEssentielles] = "publication des données essentielles après la notification (mois)",
        [AgrementDuSousTraitant] = "sous-traitant : silence valant agrément (jours)",
        [AlerteDuSousTraitant] = "sous-traitant : alerte avant le silence valant agrément (jours)",
        [PaiementDirect] = "paiement direct du sous-traitant (euros TTC)",
        [AvenantFaibleMontantFournituresServices] = "avenant de faible montant, fournitures et services (%)",
        [AvenantFaibleMontantTravaux] = "avenant de faible montant, travaux (%)",
        [AvenantMoitie] = "avenant au cas par cas (%)",
        [AvenantAvisDeLaCao] = "avenant soumis à l'avis de la CAO (%)",
        [DureeDeLAccordCadre] = "durée maximale d'un accord-cadre (mois)",
        [AlerteDuMaximum] = "alerte sur le maximum consommé (%)",
        [RecensementSuivant] = "proposition du recensement suivant avant la fin (mois)",
        [AlerteDeReconduction] = "alerte avant la décision de reconduire (jours)",
        [ConservationDeLaProcedure] = "conservation des documents de la procédure (années)",
        [ConservationDuMarche] = "conservation du marché, fournitures et services (années)",
        [ConservationDesTravaux] = "conservation du marché, travaux (années)",
        [RelanceDesBilans] = "relance d'un bilan annuel, avant le terme puis entre deux (jours)",
    };

    /// <summary>Les codes nommés un à un ; ceux de la réception des plis portent en plus la forme et la modalité.</summary>
    public static IReadOnlyList<string> Tous { get; } = [.. Noms.Keys];

    public static bool EstConnu(string code) => Noms.ContainsKey(code) || code.StartsWith(Reception, StringComparison.Ordinal);

    /// <summary>Le nom du délai pour l'agent, ou son code.</summary>
    public static string Libelle(string code) =>
        Noms.TryGetValue(code, out var nom) ? nom
        : code.StartsWith(Reception, StringComparison.Ordinal)
            ? $"réception des plis, {code[Reception.Length..].Replace('.', ' ').Replace('-', ' ')} (jours)"
        : code;
}
