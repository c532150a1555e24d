using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions.Regles;

/// <summary>Un texte obligatoire est donné, et tient dans sa longueur.</summary>
/// <remarks>RG6.01, RG6.31. Ce que le titre imprime ne peut pas être vide.</remarks>
public sealed record TexteDeGrilleRenseigne(string Objet, string Valeur, int Maximum, string Identifiant) : IRegle
{
    public string Code => "RG6.31";

    public string Fondement => "CGCT, art. L1617-5 ; mentions du titre";

    public string? Champ => Identifiant;

    public bool EstRespectee => !string.IsNullOrWhiteSpace(Valeur) && Valeur.Trim().Length <= Maximum;

    public string Message =>
        string.IsNullOrWhiteSpace(Valeur)
            ? $"{Objet} manque : écrivez-le, {Maximum.ToString(Francais.Culture)} caractères au plus."
            : $"{Objet} compte {Valeur.Trim().Length.ToString(Francais.Culture)} caractères : raccourcissez à {Maximum.ToString(Francais.Culture)} au plus.";
}

/// <summary>Un texte facultatif tient dans sa longueur.</summary>
/// <remarks>RG6.31.</remarks>
public sealed record TexteDAppelBorne(string Objet, string? Valeur, int Maximum, string Identifiant) : IRegle
{
    public string Code => "RG6.31";

    public string Fondement => "CGCT, art. L1617-5 ; mentions du titre";

    public string? Champ => Identifiant;

    public bool EstRespectee => Valeur is null || Valeur.Trim().Length <= Maximum;

    public string Message => $"{Objet} est trop long : raccourcissez à {Maximum.ToString(Francais.Culture)} caractères au plus.";
}

/// <summary>L'exercice est une année vraisemblable.</summary>
/// <remarks>RG6.14. L'exercice comptable est l'année civile.</remarks>
public sealed record AnneeDExercicePlausible(int Annee) : IRegle
{
    private const int Premiere = 2000;
    private const int Derniere = 2100;

    public string Code => "RG6.14";

    public string Fondement => "Convention d'accès, art. 4";

    public string? Champ => "exercice";

    public bool EstRespectee => Annee is >= Premiere and <= Derniere;

    public string Message => "L'exercice est une année, entre 2000 et 2100 : corrigez-le.";
}
