using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Une seconde convocation suit une réunion close faute de quorum.</summary>
/// <remarks>RG2.24, RG2.25 : le procès-verbal de carence en est la pièce.</remarks>
public sealed record PremiereSansQuorum(EtatDeSeance Etat) : IRegle
{
    public string Code => "RG2.24";

    public string Fondement => "CGCT, art. L1411-5 ; convention constitutive, art. 3.2";

    public bool EstRespectee => Etat is EtatDeSeance.SansQuorum;

    public string Message => "Cette séance n'a pas été close faute de quorum : il n'y a pas de seconde convocation.";
}
