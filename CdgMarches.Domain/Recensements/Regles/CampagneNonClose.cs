using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>La campagne n'est ni close ni consolidée.</summary>
public sealed record CampagneNonClose(EtatDeCampagne Etat) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Déroulement de la campagne";

    public bool EstRespectee => Etat is EtatDeCampagne.EnPreparation or EtatDeCampagne.Ouverte;

    public string Message =>
        "La campagne est close : ni ses dates, ni son catalogue ne changent plus. Rien n'a été modifié ; rouvrez un membre si une réponse doit changer.";
}
