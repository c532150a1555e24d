using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <summary>Un morceau d'un axe : des bornes dont chacune dit si elle est comprise, ou des valeurs nommées (RG6.01).</summary>
/// <remarks>
/// Les bornes sont celles du texte voté, défauts compris : un trou ou un recouvrement se lit ici, et une
/// <see cref="LectureDeCasLimite"/> dit comment on le tranche.
/// </remarks>
public sealed class TrancheDAxe
{
    public const int LongueurDuLibelle = 120;

    private TrancheDAxe() { }

    public TrancheDAxe(
        AxeDeGrille axe,
        int numero,
        string? libelle,
        int? minimum = null,
        bool minimumInclus = true,
        int? maximum = null,
        bool maximumInclus = true,
        string? valeurs = null
    )
    {
        (Axe, Numero, Libelle) = (axe, numero, (libelle ?? "").Trim());
        if (axe.EstNumerique())
        {
            (Minimum, MinimumInclus, Maximum, MaximumInclus) = (minimum, minimumInclus, maximum, maximumInclus);
        }
        else
        {
            Valeurs = valeurs;
        }
    }

    public AxeDeGrille Axe { get; private init; }

    /// <summary>Le rang sur l'axe, à partir de 1.</summary>
    public int Numero { get; private init; }

    /// <summary>Les mots du texte : « De 50 à 150 ».</summary>
    public string Libelle { get; private init; } = "";

    /// <summary>La borne basse ; nulle si la tranche part de zéro.</summary>
    public int? Minimum { get; private init; }

    public bool MinimumInclus { get; private init; } = true;

    /// <summary>La borne haute ; nulle si rien ne la limite.</summary>
    public int? Maximum { get; private init; }

    public bool MaximumInclus { get; private init; } = true;

    /// <summary>Les valeurs d'un axe qui n'est pas numérique, par leur nom, séparées par « ; ».</summary>
    public string? Valeurs { get; private init; }

    /// <summary>Le plus petit entier de la tranche.</summary>
    public int Premier => Minimum is not { } minimum ? 0 : Math.Max(0, MinimumInclus ? minimum : minimum + 1);

    /// <summary>Le plus grand entier de la tranche ; nul si rien ne la limite.</summary>
    public int? Dernier =>
        Maximum is not { } maximum ? null
        : MaximumInclus ? maximum
        : maximum - 1;

    public bool Contient(int valeur) => Premier <= valeur && (Dernier is not { } dernier || valeur <= dernier);

    /// <summary>Le nom qu'une tranche donne à une catégorie.</summary>
    public static string Nom(CategorieDeCollectivite categorie) => categorie.ToString();

    /// <summary>Celui qu'elle donne à l'affiliation.</summary>
    public static string Nom(bool affiliee) => affiliee ? Affiliee : NonAffiliee;

    public const string Affiliee = "Affiliee";
    public const string NonAffiliee = "NonAffiliee";

    public IReadOnlyList<string> Noms() =>
        (Valeurs ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Les mots du texte, ou les bornes quand le texte n'a pas de mots.</summary>
    public string EnClair => Libelle.Length > 0 ? Libelle : Bornes;

    /// <summary>« de 50 à 150 inclus », « plus de 350 », « moins de 50 ».</summary>
    public string Bornes =>
        (Minimum, Maximum) switch
        {
            (null, null) => Axe.EstNumerique() ? "toute valeur" : string.Join(", ", MotsDesNoms()),
            (null, { } haut) => MaximumInclus ? $"jusqu'à {Nombre(haut)}" : $"moins de {Nombre(haut)}",
            ({ } bas, null) => MinimumInclus ? $"à partir de {Nombre(bas)}" : $"plus de {Nombre(bas)}",
            ({ } bas, { } haut) =>
                $"de {Nombre(bas)} {(MinimumInclus ? "inclus" : "exclu")} à {Nombre(haut)} {(MaximumInclus ? "inclus" : "exclu")}",
        };

    /// <summary>Les valeurs nommées, dans les mots que l'agent connaît.</summary>
    private IEnumerable<string> MotsDesNoms()
    {
        var mots = Couverture.Valeurs(Axe).ToDictionary(v => v.Nom, v => v.Libelle, StringComparer.Ordinal);
        return Noms().Select(nom => mots.GetValueOrDefault(nom, nom));
    }

    private static string Nombre(int valeur) => valeur.ToString("N0", Francais.Culture);
}

/// <summary>Comment on tranche une valeur que le texte de la grille laisse sans tranche ou met dans deux (RG6.02).</summary>
/// <remarks>
/// Par défaut le doute profite au débiteur, contre l'auteur du texte (Code civil, art. 1190). Le calcul qui s'appuie sur une
/// lecture porte le badge « cas limite » ; certaines lectures retiennent l'appel jusqu'à ce qu'un agent les confirme.
/// </remarks>
public sealed class LectureDeCasLimite
{
    public const int LongueurDuMotif = 500;

    private LectureDeCasLimite() { }

    public LectureDeCasLimite(AxeDeGrille axe, int valeur, int tranche, bool confirmationRequise, string? motif) =>
        (Axe, Valeur, Tranche, ConfirmationRequise, Motif) = (axe, valeur, tranche, confirmationRequise, (motif ?? "").Trim());

    public AxeDeGrille Axe { get; private init; }

    /// <summary>La valeur exacte que le texte ne range pas, ou range deux fois.</summary>
    public int Valeur { get; private init; }

    /// <summary>Le numéro de la tranche retenue.</summary>
    public int Tranche { get; private init; }

    /// <summary>L'appel attend la confirmation d'un agent pour chaque redevable à cette valeur.</summary>
    public bool ConfirmationRequise { get; private init; }

    public string Motif { get; private init; } = "";
}

/// <summary>Le montant d'une case de la grille.</summary>
public sealed class CelluleDeGrille
{
    private CelluleDeGrille() { }

    public CelluleDeGrille(string coordonnees, MontantHt premiereAnnee, MontantHt anneesSuivantes) =>
        (Coordonnees, PremiereAnnee, AnneesSuivantes) = (coordonnees, premiereAnnee, anneesSuivantes);

    /// <summary>Les numéros des tranches, dans l'ordre des axes de la grille : « 2.1 ».</summary>
    public string Coordonnees { get; private init; } = "";

    public MontantHt PremiereAnnee { get; private init; }

    public MontantHt AnneesSuivantes { get; private init; }

    public static string Coordonner(IEnumerable<int> numeros) =>
        string.Join('.', numeros.Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}

/// <summary>Ce que l'on n'appelle pas à une catégorie de membres (RG6.27).</summary>
public sealed class Exemption
{
    public const int LongueurDuFondement = 300;

    private Exemption() { }

    public Exemption(CategorieDeCollectivite categorie, ConditionDExemption condition, string? fondement) =>
        (Categorie, Condition, Fondement) = (categorie, condition, (fondement ?? "").Trim());

    public CategorieDeCollectivite Categorie { get; private init; }

    public ConditionDExemption Condition { get; private init; }

    /// <summary>Le texte qui la fonde, tel que la fiche de calcul le cite.</summary>
    public string Fondement { get; private init; } = "";

    public bool Profite(CategorieDeCollectivite categorie, bool communeMembre) =>
        Categorie == categorie && (Condition is ConditionDExemption.Toujours || communeMembre);
}

/// <summary>Quand une exemption joue.</summary>
public enum ConditionDExemption
{
    Toujours,

    /// <summary>La commune de rattachement est elle-même membre le jour de la facturation, et l'établissement se sert de son accès.</summary>
    CommuneMembre,
}

/// <summary>Les mots des conditions d'exemption.</summary>
public static class ConditionsDExemption
{
    public static string Libelle(this ConditionDExemption condition) =>
        condition switch
        {
            ConditionDExemption.Toujours => "toujours",
            ConditionDExemption.CommuneMembre =>
                "si la commune de rattachement est membre et que l'établissement utilise son accès",
        };
}
