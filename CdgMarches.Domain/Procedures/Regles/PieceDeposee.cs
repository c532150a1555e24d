using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>On valide une pièce déposée.</summary>
/// <remarks>Tâche 3 de la convention.</remarks>
public sealed record PieceDeposee(string Nom, int VersionDeposee) : IRegle
{
    public string Code => "RG4.1";

    public string Fondement => "CCP, art. R2132-1";

    public bool EstRespectee => VersionDeposee > 0;

    public string Message => $"Déposez d'abord « {Nom} » : une pièce se valide dans une version déposée.";
}
