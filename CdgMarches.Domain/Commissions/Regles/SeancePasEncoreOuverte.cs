using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Une séance s'annule tant qu'elle n'est pas ouverte, même l'appel commencé : rien n'y est encore délibéré.</summary>
public sealed record SeancePasEncoreOuverte(EtatDeSeance Etat) : IRegle
{
    public string Code => "RG2.14";

    public string Fondement => "Convention constitutive, art. 3.2";

    public bool EstRespectee => Etat is EtatDeSeance.Programmee or EtatDeSeance.Convoquee or EtatDeSeance.Appel;

    public string Message => $"La séance est {Etat.Libelle().ToLower(Francais.Culture)} : elle ne s'annule plus.";
}
