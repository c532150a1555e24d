using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <summary>Ce qui rend une dette unique : la même clé ne s'appelle qu'une fois (RG6.14).</summary>
/// <param name="Source">Ce qu'est l'acte dont elle découle.</param>
/// <param name="SourceId">La convention ou l'adhésion.</param>
/// <param name="Exercice">L'exercice comptable.</param>
/// <param name="Type">Le code du type de facturation.</param>
/// <param name="Occurrence">L'exercice pour un appel annuel, la consultation ou la session sinon.</param>
public sealed record CleDeDette(SourceDeDette Source, Guid SourceId, int Exercice, string Type, string Occurrence);

/// <summary>Le débiteur, tel qu'il était le jour de l'appel (RG6.31).</summary>
public sealed record Debiteur(
    string Nom,
    string? Siret,
    CategorieDeCollectivite Categorie,
    string? Ligne1,
    string? Ligne2,
    string? CodePostal,
    string? Ville
)
{
    /// <summary>Le code de catégorie de tiers du protocole d'échange standard (RG6.32).</summary>
    public string CategorieDeTiers =>
        Categorie switch
        {
            CategorieDeCollectivite.Region => "21",
            CategorieDeCollectivite.Departement => "22",
            CategorieDeCollectivite.Commune => "23",
            CategorieDeCollectivite.CommunauteDeCommunes
            or CategorieDeCollectivite.CommunauteDAgglomeration
            or CategorieDeCollectivite.CommunauteUrbaine
            or CategorieDeCollectivite.Metropole
            or CategorieDeCollectivite.Sivu
            or CategorieDeCollectivite.Sivom
            or CategorieDeCollectivite.SyndicatMixteFerme
            or CategorieDeCollectivite.SyndicatMixteOuvert
            or CategorieDeCollectivite.Petr
            or CategorieDeCollectivite.PoleMetropolitain => "24",
            CategorieDeCollectivite.CaisseDesEcoles => "25",
            CategorieDeCollectivite.Ccas => "26",
            _ => "29",
        };

    /// <summary>Le type de tiers du protocole : le débiteur principal, seul que l'application connaisse (RG6.32).</summary>
    public const string TypeDeTiers = "01";

    /// <summary>La nature juridique du tiers : collectivité territoriale ou établissement public local.</summary>
    public string NatureJuridique => Collectivites.Categorie.De(Categorie).CollectiviteOuEpl ? "09" : "00";
}

/// <summary>Les bases de liquidation : ce qu'on compte, sur quelle période, comment (RG6.31).</summary>
public sealed record Liquidation(
    DateOnly Debut,
    DateOnly Fin,
    MethodeDeProrata Methode,
    int Numerateur,
    int Denominateur,
    string Tranches,
    string Fiche,
    bool Affiliee,
    int? Agents,
    int? Population,
    int? Consultations,
    bool CasLimite
)
{
    /// <summary>Les agents des établissements qui se sont ajoutés à ceux de la commune ; nul si la grille ne les ajoute pas.</summary>
    public int? AgentsDesEtablissements { get; init; }

    /// <summary>Les agents qui ont rangé le débiteur dans sa tranche.</summary>
    public int? AgentsComptes => Agents + (AgentsDesEtablissements ?? 0);

    /// <summary>L'année des consultations comptées ; nulle si la grille n'en compte pas.</summary>
    public int? AnneeDesConsultations { get; init; }

    /// <summary>Les consultations comptées étaient une estimation.</summary>
    public bool ConsultationsEstimees { get; init; }

    public const int LongueurDeLaFiche = 1000;
    public const int LongueurDesTranches = 300;
}

/// <summary>Les mentions qu'un appel doit porter, figées à son émission (RG6.31).</summary>
public sealed record MentionsDuTitre(
    string Objet,
    string Fondement,
    string? Deliberation,
    string Comptable,
    string AdresseDuComptable,
    string? Iban,
    string VoiesDeRecours,
    string Signataire
)
{
    public const int LongueurDuTexte = 500;
    public const int LongueurDesVoies = 2000;

    /// <summary>Comment l'on paie : convention d'accès, art. 4.</summary>
    public const string MoyenDePaiement = "par mandat administratif";
}

/// <summary>Ce que cet appel dit à Chorus Pro, et lui seul ; les exigences du débiteur se lisent sur sa fiche (RG6.35).</summary>
/// <param name="CodeDuService">Le code service de cet appel ; nul pour celui de la fiche.</param>
/// <param name="NumeroDEngagement">Le numéro d'engagement juridique.</param>
public sealed record ChorusDeLAppel(string? CodeDuService, string? NumeroDEngagement)
{
    public const int Longueur = 100;

    public static ChorusDeLAppel Vide { get; } = new(null, null);
}

/// <summary>Ce que la fiche du débiteur dit le jour où son titre part : son identifiant, ce qu'il exige de Chorus Pro (RG6.35).</summary>
/// <remarks>Rien n'en est figé dans l'appel : une fiche complétée débloque le titre, une exigence nouvelle le retient.</remarks>
public sealed record FicheDuDebiteur(string? Siret, ParametresChorus Chorus);

/// <summary>La référence d'un appel, « APC-2027-0001 » : une suite sans trou par exercice.</summary>
public sealed record ReferenceDAppel(int Exercice, int Numero)
{
    private const string Prefixe = "APC";

    /// <summary>La série du compteur qui donne les numéros d'un exercice.</summary>
    public static string Serie(int exercice) => ReferenceAnnuelle.Serie(Prefixe, exercice);

    public static bool TryParse(string? texte, out ReferenceDAppel? reference)
    {
        reference = ReferenceAnnuelle.TryLire(Prefixe, texte, out var exercice, out var numero)
            ? new ReferenceDAppel(exercice, numero)
            : null;
        return reference is not null;
    }

    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Prefixe}-{Exercice:D4}-{Numero:D4}");
}

/// <summary>Un paiement reçu du comptable.</summary>
public sealed class Paiement
{
    public const int LongueurDeLaReference = 100;

    private Paiement() { }

    internal Paiement(int rang, DateOnly le, MontantTtc montant, string? reference) =>
        (Rang, Le, Montant, Reference) = (rang, le, montant, reference);

    public int Rang { get; private init; }

    public DateOnly Le { get; private init; }

    public MontantTtc Montant { get; private init; }

    public string? Reference { get; private init; }
}

/// <summary>Une relance faite au débiteur ; elles se suivent jusqu'au paiement.</summary>
public sealed class Relance
{
    private Relance() { }

    internal Relance(int rang, DateOnly le, string par) => (Rang, Le, Par) = (rang, le, par);

    /// <summary>Première, deuxième, troisième…</summary>
    public int Rang { get; private init; }

    public DateOnly Le { get; private init; }

    public string Par { get; private init; } = "";
}
