using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions.Regles;

/// <summary>Un partage par strates dit la grille où lire les poids.</summary>
/// <remarks>RG6.26.</remarks>
public sealed record GrilleDesStratesChoisie(CleDePartage Cle, Guid? Strates) : IRegle
{
    public string Code => "RG6.26";

    public string Fondement => "Convention constitutive, tableau des facturations";

    public string? Champ => "strates";

    public bool EstRespectee => Cle is not CleDePartage.Strates || Strates is not null;

    public string Message => "Choisissez la grille des strates.";
}

/// <summary>Les strates sont celles d'une grille du groupement dont les membres paient.</summary>
/// <remarks>RG6.26. Une grille de convention d'accès ou d'un autre groupement ne range pas ces membres.</remarks>
public sealed record StratesDuGroupement(bool EstDuGroupement) : IRegle
{
    public string Code => "RG6.26";

    public string Fondement => "Convention constitutive, tableau des facturations";

    public string? Champ => "strates";

    public bool EstRespectee => EstDuGroupement;

    public string Message => "Cette grille n'est pas celle du groupement : choisissez une grille adoptée pour ses membres.";
}

/// <summary>Les frais de procédure sont toujours dus : aucune exemption n'y joue.</summary>
/// <remarks>RG6.27 : la convention n'exempte les CCAS et les caisses des écoles que du type 2.</remarks>
public sealed record FraisDeProcedureToujoursDus(TypeDeFacturation Type, int Exemptions) : IRegle
{
    public string Code => "RG6.27";

    public string Fondement => "Convention constitutive, refacturation des frais";

    public string? Champ => "exempter";

    public bool EstRespectee => Exemptions == 0 || !Type.EstDeProcedure;

    public string Message =>
        "Les frais de procédure (type 1) sont toujours dus, même par un CCAS ou une caisse des écoles : retirez l'exemption, ou changez le type.";
}

/// <summary>Une même occurrence ne se refacture qu'une fois.</summary>
/// <remarks>RG6.14 : la clé d'une dette est l'acte, l'exercice, le type et l'occurrence ; deux refacturations s'y gêneraient.</remarks>
public sealed record OccurrencePasEncoreRefacturee(string Occurrence, string? Autre) : IRegle
{
    public string Code => "RG6.14";

    public string Fondement => "Convention constitutive, refacturation des frais";

    public string? Champ => "occurrence";

    public bool EstRespectee => Autre is null;

    public string Message =>
        $"« {Autre} » refacture déjà « {Occurrence.Trim()} » sous ce type et cet exercice : ajoutez-y vos frais, ou donnez une autre occurrence.";
}

/// <summary>Des frais arrêtés ne changent plus.</summary>
/// <remarks>RG6.13.</remarks>
public sealed record RefacturationOuverte(DateOnly? ArreteeLe) : IRegle
{
    public string Code => "RG6.13";

    public string Fondement => "Convention constitutive, refacturation des frais";

    public bool EstRespectee => ArreteeLe is null;

    public string Message =>
        ArreteeLe is { } jour ? $"Ces frais sont arrêtés depuis le {EnClair.Date(jour)} : ils ne changent plus." : "";
}

/// <summary>Un montant de frais est plus grand que zéro.</summary>
/// <remarks>RG6.25.</remarks>
public sealed record MontantDeFraisPositif(MontantHt Montant) : IRegle
{
    public string Code => "RG6.25";

    public string Fondement => "Convention constitutive, refacturation des frais";

    public string? Champ => "montant";

    public bool EstRespectee => Montant > MontantHt.Zero;

    public string Message => "Donnez le montant des frais, plus grand que zéro.";
}

/// <summary>Il y a des frais à partager.</summary>
/// <remarks>RG6.25.</remarks>
public sealed record DesFraisAPartager(int Lignes) : IRegle
{
    public string Code => "RG6.25";

    public string Fondement => "Convention constitutive, refacturation des frais";

    public bool EstRespectee => Lignes > 0;

    public string Message => "Ajoutez au moins une ligne de frais.";
}

/// <summary>Un membre au moins porte une part.</summary>
/// <remarks>RG6.13.</remarks>
public sealed record DesMembresAuPartage(int Porteurs) : IRegle
{
    public string Code => "RG6.13";

    public string Fondement => "Convention constitutive, refacturation des frais";

    public bool EstRespectee => Porteurs > 0;

    public string Message =>
        "Personne ne porte de part : notez les inscrits et les présents, ou complétez la donnée de la clé chez les membres.";
}

/// <summary>Chaque membre retenu a la donnée de la clé : sans elle, sa part retomberait sur les autres.</summary>
/// <remarks>RG6.13.</remarks>
public sealed record PoidsTousConnus(int SansPoids) : IRegle
{
    public string Code => "RG6.13";

    public string Fondement => "Convention constitutive, refacturation des frais";

    public bool EstRespectee => SansPoids == 0;

    public string Message =>
        $"La donnée de la clé manque à {SansPoids.ToString(Francais.Culture)} membre{(SansPoids > 1 ? "s" : "")} : complétez-la, ou leur part retomberait sur les autres.";
}

/// <summary>Le fichier des finances a des colonnes connues, chacune une fois, toutes nommées.</summary>
/// <remarks>RG6.32.</remarks>
public sealed record ColonnesDExportValables(IReadOnlyList<ColonneDExport> Colonnes, IReadOnlyCollection<string> Connues) : IRegle
{
    public string Code => "RG6.32";

    public string Fondement => "Fichier des titres remis aux finances";

    public string? Champ => "colonnes";

    public bool EstRespectee =>
        Colonnes.Count > 0
        && Colonnes.All(c => Connues.Contains(c.Code) && EstUnEnTete(c.EnTete))
        && Colonnes.Select(c => c.Code).Distinct(StringComparer.Ordinal).Count() == Colonnes.Count
        && Colonnes.Select(c => c.EnTete.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count() == Colonnes.Count;

    public string Message =>
        "Choisissez au moins une colonne, chacune une seule fois, avec un nom de 60 caractères au plus, différent des autres.";

    private static bool EstUnEnTete(string enTete) =>
        !string.IsNullOrWhiteSpace(enTete) && enTete.Trim().Length <= 60 && !enTete.Any(char.IsControl);
}
