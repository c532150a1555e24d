namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un retrait se constate une fois déposée la délibération, dont chaque membre reçoit la copie.</summary>
/// <remarks>RG1.30. Sans elle, aucun membre n'aurait la copie que la convention veut lui notifier.</remarks>
public sealed record DeliberationDeposee(Guid? Piece) : IRegleDeConvention
{
    public string Code => "RG1.30";

    public string Article => "6.2";

    public string? Champ => "deliberation";

    public bool EstRespectee => Piece is not null;

    public string Message =>
        "La délibération signée n'est pas déposée : déposez-la, chaque membre en reçoit la copie. Un départ d'avant l'application se reprend sans dossier, sur la fiche du membre, avec un motif.";
}
