using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Il n'y a de seconde convocation que pour des points que la séance n'a pas décidés.</summary>
/// <remarks>RG2.24 b : même ordre du jour, donc ce qu'il en reste.</remarks>
public sealed record PointsSansDecision(int Restants) : IRegle
{
    public string Code => "RG2.24";

    public string Fondement => "CGCT, art. L1411-5 ; convention constitutive, art. 3.2";

    public bool EstRespectee => Restants > 0;

    public string Message => "Tous les points ont leur issue : levez la séance.";
}
