using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>La séance n'est ni close, ni annulée.</summary>
public sealed record SeancePasClose(EtatDeSeance Etat) : IRegle
{
    public string Code => "RG2.33";

    public string Fondement => "Convention constitutive, art. 3.2";

    public bool EstRespectee => Etat is not (EtatDeSeance.Levee or EtatDeSeance.SansQuorum or EtatDeSeance.Annulee);

    public string Message => $"La séance est {Etat.Libelle().ToLower(Francais.Culture)} : cela ne change plus.";
}
