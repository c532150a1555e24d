namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Le coordonnateur ne se retire pas comme un autre membre.</summary>
/// <remarks>RG1.33. Là où son départ dissout le groupement de fait, le constat ouvre la dissolution ; ailleurs il attend un successeur.</remarks>
public sealed record CoordonnateurRemplace(bool EstCoordonnateur, SortieDuCoordonnateur Sortie) : IRegleDeConvention
{
    public string Code => "RG1.33";

    public string Article => "3.1";

    public bool EstRespectee => !EstCoordonnateur || Sortie is SortieDuCoordonnateur.Dissout;

    public string Message =>
        "Le coordonnateur ne peut pas se retirer : nommez d'abord son successeur par un avenant, ou ouvrez un dossier de dissolution.";
}
