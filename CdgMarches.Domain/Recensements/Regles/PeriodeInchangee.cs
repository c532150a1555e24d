using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>La période des quantités ne change plus une fois les membres interrogés : leurs chiffres changeraient de sens.</summary>
public sealed record PeriodeInchangee(EtatDeCampagne Etat, PeriodeDesQuantites Actuelle, PeriodeDesQuantites Nouvelle) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Sens des quantités demandées";

    public string? Champ => "periode";

    public bool EstRespectee => Etat is EtatDeCampagne.EnPreparation || Actuelle == Nouvelle;

    public string Message =>
        $"Les quantités sont demandées « {Actuelle.Libelle().ToLower(Francais.Culture)} » depuis l'ouverture : les changer de période fausserait les réponses déjà saisies.";
}
