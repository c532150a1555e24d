using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>La décision du juge suit sa saisine.</summary>
/// <remarks>CJA, art. L551-4.</remarks>
public sealed record DecisionApresLaSaisine(DateOnly? SaisiLe, DateOnly Jour, DateOnly Aujourdhui) : IRegle
{
    public string Code => "RG4.40";

    public string Fondement => "CJA, art. L551-4";

    public string? Champ => "refere";

    public bool EstRespectee => SaisiLe is { } saisi && Jour >= saisi && Jour <= Aujourdhui;

    public string Message =>
        SaisiLe is { } saisi
            ? $"La décision tombe entre la saisine, le {EnClair.Date(saisi)}, et aujourd'hui."
            : "Aucun référé n'est en cours.";
}
