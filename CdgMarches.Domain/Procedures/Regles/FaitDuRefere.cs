using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Le juge est saisi pendant la procédure, une fois à la fois.</summary>
/// <remarks>CJA, art. L551-1 et L551-4.</remarks>
public sealed record FaitDuRefere(DateOnly Jour, DateOnly Aujourdhui, DateOnly? Lancement, bool DejaSaisi) : IRegle
{
    public string Code => "RG4.40";

    public string Fondement => "CJA, art. L551-1";

    public string? Champ => "refere";

    public bool EstRespectee => !DejaSaisi && Jour <= Aujourdhui && (Lancement is not { } l || Jour >= l);

    public string Message =>
        DejaSaisi
            ? "Le juge est déjà saisi : saisissez d'abord sa décision."
            : $"La saisine tombe entre le lancement et aujourd'hui, le {EnClair.Date(Aujourdhui)}.";
}
