using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
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

    /// <summary>La version de la séance dont la saisie est partie.</summary>
    public int Version { get; private set; }

    public static IReadOnlyList<ChampCompare<SaisieDeSeance>> Champs { get; } =
    [
        new("Date", s => Formats.DateCourte(s.Date), (a, b) => a.Date = b.Date),
        new("Heure", s => s.Heure is { } h ? Formats.Heure(h) : null, (a, b) => a.Heure = b.Heure),
        new("Mode", s => s.Mode.Libelle(), (a, b) => a.Mode = b.Mode),
        new("Lieu", s => s.Lieu, (a, b) => a.Lieu = b.Lieu),
        new("Adresse de la visioconférence", s => s.Lien, (a, b) => a.Lien = b.Lien),
        new("Modalités à distance", s => s.Modalites, (a, b) => a.Modalites = b.Modalites),
    ];

    /// <summary>Ma saisie, comptée sur la version de l'autre.</summary>
    public void PartirDe(SaisieDeSeance autre) => Version = autre.Version;

    public static SaisieDeSeance De(Seance seance) =>
        new()
        {
            Version = seance.Version,
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
