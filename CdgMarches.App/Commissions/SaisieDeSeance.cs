using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Commissions;

namespace CdgMarches.App.Commissions;

/// <summary>La date, l'heure et le lieu d'une séance, tels que le formulaire les tient.</summary>
public sealed class SaisieDeSeance
{
    public static IReadOnlyList<Option<ModeDeReunion>> Modes { get; } =
    [.. Enum.GetValues<ModeDeReunion>().Select(m => new Option<ModeDeReunion>(m, m.Libelle()))];

    public DateOnly? Date { get; set; }

    public TimeOnly? Heure { get; set; } = new(14, 0);

    public ModeDeReunion Mode { get; set; }

    public string? Lieu { get; set; }

    public string? Lien { get; set; }

    public string? Modalites { get; set; }

    /// <summary>Le motif, quand une règle avertit.</summary>
    public string? Motif { get; set; }

    public static SaisieDeSeance De(Seance seance) =>
        new()
        {
            Date = seance.Date,
            Heure = seance.Heure,
            Mode = seance.Mode,
            Lieu = seance.Lieu,
            Lien = seance.Lien,
            Modalites = seance.Modalites,
        };

    /// <returns>Les données, ou null si la date ou l'heure manque ; <paramref name="erreurs"/> dit laquelle.</returns>
    public DonneesDeSeance? Lire(out IReadOnlyList<ErreurDeSaisie> erreurs)
    {
        erreurs =
        [
            .. new[]
            {
                Date is null ? new ErreurDeSaisie("date", "Indiquez la date de la réunion.") : null,
                Heure is null ? new ErreurDeSaisie("heure", "Indiquez l'heure de la réunion.") : null,
            }.OfType<ErreurDeSaisie>(),
        ];
        return Date is { } date && Heure is { } heure ? new DonneesDeSeance(date, heure, Mode, Lieu, Lien, Modalites) : null;
    }
}
