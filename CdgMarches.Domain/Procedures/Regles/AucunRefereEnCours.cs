using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Aucune signature entre la saisine du juge des référés et la notification de sa décision.</summary>
/// <remarks>CJA, art. L551-4.</remarks>
public sealed record AucunRefereEnCours(DateOnly? SaisiLe, DateOnly? DecideLe) : IRegle
{
    public string Code => "RG4.40";

    public string Fondement => "CJA, art. L551-4";

    public bool EstRespectee => SaisiLe is null || DecideLe is not null;

    public string Message =>
        $"Le juge des référés est saisi depuis le {EnClair.Date(SaisiLe!.Value)} : la signature est interdite jusqu'à la notification de sa décision.";
}
