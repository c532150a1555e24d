namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un retrait se constate une fois la délibération déposée.</summary>
/// <remarks>
/// RG1.30, RG1.31. Datée, sans elle aucun membre n'aurait la copie que la convention veut lui notifier ; au préavis, elle montre
/// qu'il n'est pas caduc, et n'est envoyée à personne.
/// </remarks>
public sealed record DeliberationDeposee(Guid? Piece, ModeDeRetrait Mode) : IRegleDeConvention
{
    public string Code => Mode is ModeDeRetrait.PreavisAnnuel ? "RG1.31" : "RG1.30";

    public string Article => "6.2";

    public string? Champ => "deliberation";

    public bool EstRespectee => Piece is not null;

    public string Message =>
        (
            Mode is ModeDeRetrait.PreavisAnnuel
                ? "La délibération signée n'est pas déposée : déposez-la, le dossier la garde pour montrer que le préavis n'est pas caduc."
                : "La délibération signée n'est pas déposée : déposez-la, chaque membre en reçoit la copie."
        ) + " Un départ d'avant l'application se reprend sans dossier, sur la fiche du membre, avec un motif.";
}
