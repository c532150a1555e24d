using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Le coordonnateur ne sort pas tant qu'un autre n'est pas nommé.</summary>
/// <remarks>RG1.33. La convention n'en dit rien, ou dissout le groupement : lecture prudente, on bloque.</remarks>
public sealed record SortieDUnAutreQueLeCoordonnateur(bool SortieDuCoordonnateur) : IRegle
{
    public string Code => "RG1.33";

    public string Fondement => "Convention constitutive, retrait";

    public string? Champ => "sortie";

    public bool EstRespectee => !SortieDuCoordonnateur;

    public string Message =>
        "Cette collectivité coordonne le groupement : nommez d'abord un autre coordonnateur, ou clôturez le groupement.";
}
