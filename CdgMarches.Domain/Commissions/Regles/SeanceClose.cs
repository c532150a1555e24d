using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Le procès-verbal se signe une fois la séance close.</summary>
public sealed record SeanceClose(EtatDeSeance Etat) : IRegle
{
    public string Code => "RG2.33";

    public string Fondement => "Convention constitutive, art. 3.2";

    public bool EstRespectee => Etat is EtatDeSeance.Levee or EtatDeSeance.SansQuorum;

    public string Message => "La séance n'est pas close : levez-la, ou constatez la carence.";
}
