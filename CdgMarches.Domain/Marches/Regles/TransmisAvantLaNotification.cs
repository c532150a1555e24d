using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches.Regles;

/// <summary>La transmission au contrôle de légalité précède la notification.</summary>
/// <remarks>RG4.50. CGCT, art. L2131-13.</remarks>
public sealed record TransmisAvantLaNotification(bool EstRequise, DateOnly? TransmisLe, DateOnly Notification) : IRegle
{
    public string Code => "RG4.50";

    public string Fondement => "CGCT, art. L2131-13";

    public string? Champ => "jour";

    public bool EstRespectee => !EstRequise || (TransmisLe is { } jour && jour <= Notification);

    public string Message =>
        "Le total de la procédure atteint le seuil de transmission : transmettez le marché au contrôle de légalité avant de le notifier.";
}
