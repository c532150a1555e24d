using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches.Regles;

/// <summary>La période ferme dure au moins un mois.</summary>
/// <remarks>CCP, art. L2112-5.</remarks>
public sealed record DureeFermePlausible(int Mois) : IRegle
{
    public string Code => "RG4.71";

    public string Fondement => "CCP, art. L2112-5";

    public string? Champ => "duree-ferme";

    public bool EstRespectee => Mois is >= 1 and <= 180;

    public string Message => "Indiquez la durée ferme en mois, entre 1 et 180.";
}
