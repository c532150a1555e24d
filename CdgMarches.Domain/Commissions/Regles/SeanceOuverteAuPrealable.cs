using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>On ne délibère qu'en séance ouverte.</summary>
public sealed record SeanceOuverteAuPrealable(EtatDeSeance Etat) : IRegle
{
    public string Code => "RG2.23";

    public string Fondement => "Convention constitutive, art. 3.2";

    public bool EstRespectee => Etat is EtatDeSeance.Ouverte;

    public string Message =>
        Etat is EtatDeSeance.Levee or EtatDeSeance.SansQuorum
            ? "La séance est close."
            : "La séance n'est pas ouverte : ouvrez-la quand le quorum est atteint.";
}
