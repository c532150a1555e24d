using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>L'appel est en cours : la liste est figée, la séance n'est pas encore ouverte.</summary>
public sealed record AppelEnCours(EtatDeSeance Etat) : IRegle
{
    public string Code => "RG2.23";

    public string Fondement => "Convention constitutive, art. 3.2";

    public bool EstRespectee => Etat is EtatDeSeance.Appel;

    public string Message => "Ouvrez d'abord l'appel : il fige la liste des sièges.";
}
