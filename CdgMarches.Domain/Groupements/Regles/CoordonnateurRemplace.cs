using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Le coordonnateur ne se retire pas comme un autre membre.</summary>
/// <remarks>RG1.33. Selon la convention, son départ dissout ou attend un successeur.</remarks>
public sealed record CoordonnateurRemplace(bool EstCoordonnateur, SortieDuCoordonnateur Sortie) : IRegle
{
    public string Code => "RG1.33";

    public string Fondement => "Convention constitutive, art. 3.1";

    public bool EstRespectee => !EstCoordonnateur;

    public string Message =>
        Sortie is SortieDuCoordonnateur.Dissout
            ? "Le départ du coordonnateur dissout le groupement de fait : ouvrez un dossier de dissolution."
            : "Le coordonnateur ne peut pas se retirer : nommez d'abord son successeur par un avenant, ou ouvrez un dossier de dissolution.";
}
