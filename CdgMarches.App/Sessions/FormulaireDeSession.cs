using System.Globalization;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Sessions;

namespace CdgMarches.App.Sessions;

/// <summary>Ce qu'un formulaire saisit d'une session.</summary>
public sealed class FormulaireDeSession
{
    public string? Titre { get; set; }

    public DateOnly? Date { get; set; }

    public string? Debut { get; set; } = "09:30";

    public string? Fin { get; set; } = "12:00";

    public string? Lieu { get; set; }

    public string? Prestataires { get; set; }

    public int? Places { get; set; }

    internal static IReadOnlyList<ChampCompare<FormulaireDeSession>> Champs { get; } =
    [
        new("Titre", s => s.Titre, (m, s) => m.Titre = s.Titre),
        new("Date", s => Formats.DateCourte(s.Date), (m, s) => m.Date = s.Date),
        new("Début", s => s.Debut, (m, s) => m.Debut = s.Debut),
        new("Fin", s => s.Fin, (m, s) => m.Fin = s.Fin),
        new("Lieu", s => s.Lieu, (m, s) => m.Lieu = s.Lieu),
        new("Prestataires", s => s.Prestataires, (m, s) => m.Prestataires = s.Prestataires),
        new("Places", s => s.Places?.ToString(CultureInfo.InvariantCulture), (m, s) => m.Places = s.Places),
    ];

    internal static FormulaireDeSession De(SaisieDeSession s) =>
        new()
        {
            Titre = s.Titre,
            Date = s.Date,
            Debut = s.Debut.ToString("HH:mm", CultureInfo.InvariantCulture),
            Fin = s.Fin.ToString("HH:mm", CultureInfo.InvariantCulture),
            Lieu = s.Lieu,
            Prestataires = s.Prestataires,
            Places = s.Places,
        };

    /// <summary>Les champs laissés vides ou illisibles.</summary>
    internal IReadOnlyList<ErreurDeSaisie> Manques() =>
        [
            .. Date is null ? [new ErreurDeSaisie("date", "Indiquez la date de la session.")] : Array.Empty<ErreurDeSaisie>(),
            .. Heure(Debut) is null ? [new ErreurDeSaisie("debut", "Indiquez l'heure de début.")] : Array.Empty<ErreurDeSaisie>(),
            .. Heure(Fin) is null ? [new ErreurDeSaisie("fin", "Indiquez l'heure de fin.")] : Array.Empty<ErreurDeSaisie>(),
        ];

    internal SaisieDeSession Lire() =>
        new(Titre, Date!.Value, Heure(Debut)!.Value, Heure(Fin)!.Value, Lieu, Prestataires, Places);

    private static TimeOnly? Heure(string? texte) =>
        TimeOnly.TryParse(texte, CultureInfo.InvariantCulture, out var heure) ? heure : null;
}
