using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un groupement clos ne change plus.</summary>
/// <remarks>RG1.17. Ce qui s'est passé y reste lisible.</remarks>
public sealed record GroupementNonClos(EtatDuGroupement Etat) : IRegle
{
    public string Code => "RG1.17";

    public string Fondement => "Convention constitutive, durée";

    public bool EstRespectee => Etat is not EtatDuGroupement.Clos;

    public string Message => "Ce groupement est clos : il se lit encore, mais ne se modifie plus.";
}
