using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un groupement ouvert propose au moins une prestation.</summary>
/// <remarks>RG1.10. Les marchés visés sont au contenu minimal de la convention.</remarks>
public sealed record AuMoinsUnePrestation(int Prestations) : IRegle
{
    public string Code => "RG1.10";

    public string Fondement => "CCP, art. L2113-7";

    public bool EstRespectee => Prestations > 0;

    public string Message => "Ajoutez au moins une prestation avant d'ouvrir le groupement : il n'aurait rien à recenser.";
}
