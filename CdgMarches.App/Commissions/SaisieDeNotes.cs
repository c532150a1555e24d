using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Commissions;

namespace CdgMarches.App.Commissions;

/// <summary>Le rapport, la discussion et les observations d'un point, tels qu'on les tape en séance.</summary>
public sealed class SaisieDeNotes
{
    public string? Rapport { get; set; }

    public string? Notes { get; set; }

    public string? Observations { get; set; }

    /// <summary>La révision du point dont la saisie est partie.</summary>
    public int Revision { get; init; }

    public static IReadOnlyList<ChampCompare<SaisieDeNotes>> Champs { get; } =
    [
        new("Rapport", s => s.Rapport, (a, b) => a.Rapport = b.Rapport),
        new("Discussion", s => s.Notes, (a, b) => a.Notes = b.Notes),
        new("Observations à inscrire", s => s.Observations, (a, b) => a.Observations = b.Observations),
    ];

    public static SaisieDeNotes De(PointDOrdreDuJour point) =>
        new()
        {
            Rapport = point.Rapport,
            Notes = point.Notes,
            Observations = point.Observations,
            Revision = point.Revision,
        };

    /// <summary>Vrai si un autre écran a enregistré d'autres textes que ceux-ci.</summary>
    public bool DiffereDe(PointDOrdreDuJour point) =>
        (Rapport, Notes, Observations) != (point.Rapport, point.Notes, point.Observations);
}
