using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un groupement n'a qu'un dossier de dissolution.</summary>
/// <remarks>La règle est celle de la cause.</remarks>
public sealed record UneSeuleDissolution(CauseDeDissolution Cause, DateOnly? OuverteLe) : IRegle
{
    public string Code => Cause.Regle();

    public string Fondement => "Convention constitutive ; CCP, art. L2113-6";

    public bool EstRespectee => OuverteLe is null;

    public string Message =>
        $"Un dossier de dissolution est déjà ouvert depuis le {EnClair.Date(OuverteLe!.Value)} : continuez-le.";
}
