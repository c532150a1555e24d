using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>Il y a quelque chose à changer au catalogue.</summary>
public sealed record ModificationDemandee(int Nombre) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Catalogue de la campagne";

    public bool EstRespectee => Nombre > 0;

    public string Message => "Aucun changement n'est demandé : le catalogue reste tel quel.";
}
