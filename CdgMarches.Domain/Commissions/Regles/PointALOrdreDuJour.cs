using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Le point est à l'ordre du jour ; un autre agent a pu le retirer.</summary>
public sealed record PointALOrdreDuJour(int Numero) : IRegle
{
    public string Code => "RG2.14";

    public string Fondement => "Ordre du jour de la séance";

    public bool EstRespectee => false;

    public string Message => $"Le point {Numero.ToString(Francais.Culture)} n'est plus à l'ordre du jour. Rechargez la page.";
}
