using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <summary>Ce qui fait naître une dette.</summary>
public enum Declencheur
{
    /// <summary>Chaque année, en début d'exercice (RG6.14).</summary>
    Annuel,

    /// <summary>Une fois, à l'adhésion.</summary>
    Adhesion,

    /// <summary>Chaque consultation du groupement.</summary>
    Consultation,

    /// <summary>Chaque session mutualisée.</summary>
    Session,
}

/// <summary>Ce qu'un appel fait payer.</summary>
public enum NatureDeLaDette
{
    /// <summary>La contribution d'une convention d'accès.</summary>
    Contribution,

    /// <summary>Le remboursement de frais que la convention nomme.</summary>
    Frais,

    /// <summary>Le prix de la mission du coordonnateur ; refusé quand la convention dit la mission gratuite.</summary>
    Remuneration,
}

/// <summary>À qui la grille s'applique.</summary>
public enum PorteeDeGrille
{
    /// <summary>Aux signataires d'une convention d'accès.</summary>
    ConventionDAcces,

    /// <summary>Aux membres d'un groupement.</summary>
    Groupement,
}

/// <summary>Ce qu'on facture : un code, un nom, ce qui le déclenche (RG6.26).</summary>
/// <param name="Code">Le code court, en capitales : « CONTRIBUTION », « TYPE1 ».</param>
/// <param name="Libelle">Le nom que l'appel porte.</param>
/// <param name="Declencheur">Ce qui fait naître la dette.</param>
/// <param name="Nature">Ce que l'appel fait payer.</param>
public sealed record TypeDeFacturation(string Code, string Libelle, Declencheur Declencheur, NatureDeLaDette Nature)
{
    public const int LongueurDuCode = 30;
    public const int LongueurDuLibelle = 200;

    /// <summary>Le code des frais de procédure dans la convention, « type 1 » (RG6.26).</summary>
    public const string CodeDesFraisDeProcedure = "TYPE1";

    /// <summary>Des frais de procédure, que chaque consultation déclenche : le type 1, toujours dû (RG6.27).</summary>
    public bool EstDeProcedure =>
        Declencheur is Declencheur.Consultation
        || string.Equals(Code.Trim(), CodeDesFraisDeProcedure, StringComparison.OrdinalIgnoreCase);

    /// <summary>Vrai pour celui dont l'acte est appelé : à l'adhésion, la seule année de son entrée ; à une consultation ou une session, s'il en est le jour de l'appel.</summary>
    /// <param name="presence">Du premier au dernier jour où son acte vaut.</param>
    /// <param name="exercice">L'exercice appelé.</param>
    /// <param name="jour">La date de l'appel.</param>
    public bool Concerne(Periode presence, int exercice, DateOnly jour) =>
        Declencheur switch
        {
            Declencheur.Annuel => true,
            Declencheur.Adhesion => presence.Debut.Year == exercice,
            Declencheur.Consultation or Declencheur.Session => presence.Contient(jour),
        };
}

/// <summary>L'imputation comptable : des données choisies avec le comptable, jamais des constantes (RG6.34).</summary>
/// <param name="Nature">Le compte par nature.</param>
/// <param name="Fonction">La fonction.</param>
/// <param name="Service">Le code du service gestionnaire.</param>
public sealed record Imputation(string? Nature = null, string? Fonction = null, string? Service = null)
{
    public const int Longueur = 30;

    public static Imputation Vide { get; } = new();
}

/// <summary>L'année des consultations que la grille compte (RG6.02, lecture 7).</summary>
public enum AnneeDesConsultations
{
    /// <summary>L'année précédente, connue ; la première année, l'estimation déclarée.</summary>
    Precedente,

    /// <summary>L'année appelée, en prévision, puis régularisation.</summary>
    Appelee,
}

/// <summary>Ce qu'on compte comme agents (RG6.02, lecture 4).</summary>
public enum DecompteDesAgents
{
    /// <summary>Le chiffre déclaré au titre de CGFP L452-14, dont 350 est le seuil.</summary>
    DeclarationL45214,

    /// <summary>Toutes les personnes rémunérées.</summary>
    Personnes,

    /// <summary>Les équivalents temps plein.</summary>
    EquivalentsTempsPlein,
}

/// <summary>Comment le CDG lit ce que la grille ne dit pas (RG6.02, lectures 4 à 9) ; chaque lecture est un réglage.</summary>
/// <param name="Agents">Ce qu'on compte.</param>
/// <param name="AvecEtablissements">Les agents du CCAS et de la caisse des écoles sans convention propre s'ajoutent à ceux de la commune.</param>
/// <param name="Consultations">L'année comptée.</param>
/// <param name="VolumeAnnualise">Le volume d'une année incomplète est ramené à l'année entière.</param>
public sealed record LecturesDeLaGrille(
    DecompteDesAgents Agents = DecompteDesAgents.DeclarationL45214,
    bool AvecEtablissements = true,
    AnneeDesConsultations Consultations = AnneeDesConsultations.Precedente,
    bool VolumeAnnualise = false
)
{
    public static LecturesDeLaGrille ParDefaut { get; } = new();

    /// <summary>L'année des consultations comptées pour un exercice.</summary>
    public int AnneeComptee(int exercice) => Consultations is AnneeDesConsultations.Precedente ? exercice - 1 : exercice;
}

/// <summary>Les mots des types de facturation et des lectures.</summary>
public static class MotsDesGrilles
{
    public static string Libelle(this Declencheur declencheur) =>
        declencheur switch
        {
            Declencheur.Annuel => "chaque année",
            Declencheur.Adhesion => "à l'adhésion",
            Declencheur.Consultation => "à chaque consultation",
            Declencheur.Session => "à chaque session",
        };

    public static string Libelle(this NatureDeLaDette nature) =>
        nature switch
        {
            NatureDeLaDette.Contribution => "contribution",
            NatureDeLaDette.Frais => "remboursement de frais",
            NatureDeLaDette.Remuneration => "rémunération de la mission",
        };

    public static string Libelle(this PorteeDeGrille portee) =>
        portee switch
        {
            PorteeDeGrille.ConventionDAcces => "conventions d'accès",
            PorteeDeGrille.Groupement => "membres d'un groupement",
        };

    public static string Libelle(this AnneeDesConsultations annee) =>
        annee switch
        {
            AnneeDesConsultations.Precedente => "l'année précédente, réelle",
            AnneeDesConsultations.Appelee => "l'année appelée, en prévision puis régularisation",
        };

    public static string Libelle(this DecompteDesAgents decompte) =>
        decompte switch
        {
            DecompteDesAgents.DeclarationL45214 => "effectif déclaré au titre de CGFP L452-14",
            DecompteDesAgents.Personnes => "personnes rémunérées",
            DecompteDesAgents.EquivalentsTempsPlein => "équivalents temps plein",
        };
}
