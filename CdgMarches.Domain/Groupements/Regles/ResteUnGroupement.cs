using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un groupement a deux membres au moins.</summary>
/// <remarks>RG1.35.</remarks>
public sealed record ResteUnGroupement(int MembresRestants, bool EstCoordonnateur) : IRegle
{
    public string Code => "RG1.35";

    public string Fondement => "CCP, art. L2113-6";

    public bool EstRespectee => EstCoordonnateur || MembresRestants >= 2;

    public string Message => "Il ne resterait qu'un membre : il n'y a plus de groupement. Ouvrez un dossier de dissolution.";
}
