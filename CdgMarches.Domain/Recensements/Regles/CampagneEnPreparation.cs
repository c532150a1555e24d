using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>La campagne se prépare encore.</summary>
public sealed record CampagneEnPreparation(EtatDeCampagne Etat) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Déroulement de la campagne";

    public bool EstRespectee => Etat is EtatDeCampagne.EnPreparation;

    public string Message =>
        $"La campagne est déjà ouverte (état : {Etat.Libelle().ToLower(Francais.Culture)}). Rien n'a été modifié.";
}
