using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>La séance n'a pas encore commencé.</summary>
public sealed record SeancePasCommencee(EtatDeSeance Etat) : IRegle
{
    public string Code => "RG2.14";

    public string Fondement => "Convention constitutive, art. 3.2";

    public bool EstRespectee => Etat is EtatDeSeance.Programmee or EtatDeSeance.Convoquee;

    public string Message => $"La séance est {Etat.Libelle().ToLower(Francais.Culture)} : cela ne change plus.";
}
