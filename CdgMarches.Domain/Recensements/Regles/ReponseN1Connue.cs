using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>Reprendre N-1 suppose que le membre ait répondu à la campagne précédente.</summary>
public sealed record ReponseN1Connue(DecisionDOffice Decision, bool Connue) : IRegle
{
    public string Code => "C2";

    public string Fondement => "Reprise des valeurs N-1";

    public bool EstRespectee => Decision is not DecisionDOffice.ReprendreN1 || Connue;

    public string Message => "Ce membre n'a aucune valeur N-1 pour cette prestation : il n'y a rien à reprendre.";
}
