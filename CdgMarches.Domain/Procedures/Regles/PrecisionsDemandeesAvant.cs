using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Une offre n'est anormalement basse qu'après la demande de précisions.</summary>
/// <remarks>CCP, art. R2152-3.</remarks>
public sealed record PrecisionsDemandeesAvant(EtatDOffre Etat, DateOnly? DemandeesLe) : IRegle
{
    public string Code => "RG4.1";

    public string Fondement => "CCP, art. R2152-3";

    public bool EstRespectee => Etat is not EtatDOffre.AnormalementBasse || DemandeesLe is not null;

    public string Message =>
        "Demandez d'abord des précisions au soumissionnaire : une offre ne s'écarte comme anormalement basse qu'ensuite.";
}
