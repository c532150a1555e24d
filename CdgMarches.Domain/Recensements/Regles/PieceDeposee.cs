using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>Une validation par état signé s'appuie sur la pièce.</summary>
public sealed record PieceDeposee(ModeDeValidation Mode, Guid? Piece) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Convention constitutive, art. 4 : évaluation signée par l'exécutif";

    public string? Champ => "piece";

    public bool EstRespectee => Mode is not ModeDeValidation.EtatSigne || Piece is not null;

    public string Message => "Déposez l'état des besoins signé : c'est lui qui vaut validation.";
}
