using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Comptes.Regles;

/// <summary>Un mot de passe compte au moins douze caractères, seize pour un administrateur.</summary>
/// <remarks>Délibération CNIL 2022-100 : sans règle de composition, la longueur porte l'entropie.</remarks>
public sealed record MotDePasseAssezLong(int Longueur, int Minimum, int Maximum) : IRegle
{
    public string Code => "L3";

    public string Fondement => "Délibération CNIL n° 2022-100 du 21 juillet 2022";

    public string Champ => "mot-de-passe";

    public bool EstRespectee => Longueur >= Minimum && Longueur <= Maximum;

    public string Message =>
        Longueur > Maximum
            ? $"Le mot de passe dépasse {Maximum} caractères : raccourcissez-le."
            : $"Le mot de passe doit compter au moins {Minimum} caractères : il en a {Longueur}. Une phrase de quelques mots convient.";
}
