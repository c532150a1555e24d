using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Chaque titulaire a son suppléant, quand la convention le demande.</summary>
/// <remarks>RG2.07. La loi le permet ; la convention, art. 3.2, l'impose : « chaque membre titulaire disposera d'un suppléant ».</remarks>
public sealed record SuppleantsDesignes(IReadOnlyList<string> Sans, bool EstObligatoire) : IRegle
{
    public string Code => "RG2.07";

    public string Fondement => "Convention constitutive, art. 3.2";

    public Portee Portee => Portee.Avertit;

    public bool EstRespectee => !EstObligatoire || Sans.Count == 0;

    public string Message => $"Sans suppléant désigné : {Enumeration.De(Sans)}. La convention en demande un par titulaire.";
}
