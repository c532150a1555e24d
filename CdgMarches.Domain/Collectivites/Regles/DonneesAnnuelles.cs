using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Collectivites.Regles;

/// <summary>L'année est de celles que l'application suit.</summary>
public sealed record AnneePlausible(string ChampSaisi, int Annee) : IRegle
{
    public const int Premiere = 1990;
    public const int Derniere = 2100;

    public string Code => "RG9.05";

    public string Fondement => "Fiche de la collectivité";

    public string? Champ => ChampSaisi;

    public bool EstRespectee => Annee is >= Premiere and <= Derniere;

    public string Message => $"L'année {Annee} n'est pas plausible : elle va de {Premiere} à {Derniere}.";
}

/// <summary>Un nombre d'agents ou d'habitants est positif et vraisemblable.</summary>
public sealed record NombrePlausible(string ChampSaisi, string Designation, int? Nombre, int Maximum) : IRegle
{
    public string Code => "RG9.05";

    public string Fondement => "Fiche de la collectivité";

    public string? Champ => ChampSaisi;

    public bool EstRespectee => Nombre is null || (Nombre >= 0 && Nombre <= Maximum);

    public string Message =>
        Nombre < 0
            ? $"{Designation} ne peut pas être négatif."
            : $"{Designation} dépasse {Maximum.ToString("N0", Francais.Culture)} : vérifiez la saisie.";
}

/// <summary>L'une au moins des deux populations est donnée.</summary>
public sealed record UnePopulationAuMoins(int? Totale, int? Municipale) : IRegle
{
    public string Code => "RG6.29";

    public string Fondement => "CGCT, art. R2151-2";

    public string? Champ => "population-totale";

    public bool EstRespectee => Totale is not null || Municipale is not null;

    public string Message => "Indiquez la population totale, la population municipale, ou les deux.";
}

/// <summary>La population totale de l'année est connue : une strate ne se lit jamais sur la municipale.</summary>
/// <remarks>RG6.29, CGCT R2151-2.</remarks>
public sealed record PopulationTotaleConnue(int Annee, int? Totale) : IRegle
{
    public string Code => "RG6.29";

    public string Fondement => "CGCT, art. R2151-2";

    public string? Champ => "population-totale";

    public bool EstRespectee => Totale is not null;

    public string Message =>
        $"La population totale au 1er janvier {Annee} manque : saisissez-la ou importez-la, la population municipale ne la remplace pas.";
}

/// <summary>La date est de celles qu'un dossier peut porter.</summary>
public sealed record DatePlausible(string ChampSaisi, string Designation, DateOnly? Jour) : IRegle
{
    public static readonly DateOnly Premiere = new(1950, 1, 1);
    public static readonly DateOnly Derniere = new(2100, 12, 31);

    public string Code => "RG9.05";

    public string Fondement => "Fiche de la collectivité";

    public string? Champ => ChampSaisi;

    public bool EstRespectee => Jour is null || (Jour >= Premiere && Jour <= Derniere);

    public string Message =>
        $"{Designation} n'est pas plausible : {Jour?.ToString("dd/MM/yyyy", Francais.Culture)}. Vérifiez l'année.";
}

/// <summary>Une période ne finit pas avant de commencer.</summary>
public sealed record FinApresDebut(string ChampSaisi, DateOnly Debut, DateOnly? Fin) : IRegle
{
    public string Code => "RG9.05";

    public string Fondement => "Fiche de la collectivité";

    public string? Champ => ChampSaisi;

    public bool EstRespectee => Fin is null || Fin >= Debut;

    public string Message =>
        $"La fin ({Fin?.ToString("dd/MM/yyyy", Francais.Culture)}) précède le début ({Debut.ToString("dd/MM/yyyy", Francais.Culture)}).";
}

/// <summary>Deux affiliations au CDG ne se chevauchent pas (RG6.28).</summary>
public sealed record AffiliationsSansChevauchement(DateOnly Debut, DateOnly? Fin, IReadOnlyList<Affiliation> Autres) : IRegle
{
    public string Code => "RG6.28";

    public string Fondement => "CGFP, art. L452-14 et L452-20";

    public string? Champ => "affiliation-debut";

    public bool EstRespectee => !Autres.Any(a => (a.Fin is null || a.Fin >= Debut) && (Fin is null || a.Debut <= Fin));

    public string Message => "Une autre affiliation couvre déjà une partie de cette période. Terminez-la d'abord.";
}
