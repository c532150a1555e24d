using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>La campagne est ouverte.</summary>
public sealed record CampagneOuverteALaSaisie(EtatDeCampagne Etat) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Déroulement de la campagne";

    public bool EstRespectee => Etat is EtatDeCampagne.Ouverte;

    public string Message =>
        $"La campagne n'est pas ouverte (état : {Etat.Libelle().ToLower(Francais.Culture)}). Rien n'a été modifié.";
}
