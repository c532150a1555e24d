using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>La réponse est dans un état où l'on saisit.</summary>
public sealed record ReponseSaisissable(EtatDeReponse Etat) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Déroulement de la réponse";

    public bool EstRespectee => Etat.EstSaisissable();

    public string Message =>
        Etat.EstDecide()
            ? $"La réponse a été décidée d'office ({Etat.Libelle().ToLower(Francais.Culture)}). Rien n'a été modifié : demandez au CDG de la rouvrir."
            : $"La réponse est déjà rendue ({Etat.Libelle().ToLower(Francais.Culture)}). Rien n'a été modifié : remettez-la en brouillon pour la changer.";
}
