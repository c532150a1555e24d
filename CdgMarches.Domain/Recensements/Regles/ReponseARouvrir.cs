using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>La réponse est rendue : il y a quelque chose à reprendre.</summary>
public sealed record ReponseARouvrir(EtatDeReponse Etat) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Déroulement de la réponse";

    public bool EstRespectee => Etat.EstRepondu();

    public string Message =>
        Etat.EstDecide()
            ? "Cette réponse a été décidée d'office par le CDG : lui seul peut la rouvrir."
            : "Cette réponse est déjà en cours de saisie.";
}
