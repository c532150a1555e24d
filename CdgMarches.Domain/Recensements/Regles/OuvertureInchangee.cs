using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>Le jour d'ouverture ne change plus une fois les membres interrogés.</summary>
public sealed record OuvertureInchangee(EtatDeCampagne Etat, DateOnly Actuelle, DateOnly Nouvelle) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Calendrier de la campagne";

    public string? Champ => "ouverture";

    public bool EstRespectee => Etat is EtatDeCampagne.EnPreparation || Actuelle == Nouvelle;

    public string Message => $"La campagne est ouverte depuis le {EnClair.Date(Actuelle)} : cette date ne change plus.";
}
