using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Conventions;

namespace CdgMarches.App.Conventions;

/// <summary>Ce qu'un formulaire saisit d'une délibération du CDG.</summary>
public sealed class FormulaireDeDeliberation
{
    /// <summary>Celle que l'on corrige ; nulle pour une nouvelle.</summary>
    public DeliberationDuCdgId? Id { get; init; }

    public int Version { get; set; }

    public string? Numero { get; set; }

    public DateOnly? Date { get; set; }

    public string? Objet { get; set; }

    public DateOnly? TransmiseLe { get; set; }

    public DateOnly? PublieeLe { get; set; }

    public bool EstCitee { get; set; } = true;

    /// <summary>Pourquoi deux délibérations portent le même numéro.</summary>
    public string? Motif { get; set; }

    internal static IReadOnlyList<ChampCompare<FormulaireDeDeliberation>> Champs { get; } =
    [
        new("Numéro", s => s.Numero, (m, s) => m.Numero = s.Numero),
        new("Date", s => Formats.DateCourte(s.Date), (m, s) => m.Date = s.Date),
        new("Objet", s => s.Objet, (m, s) => m.Objet = s.Objet),
        new("Transmission", s => Formats.DateCourte(s.TransmiseLe), (m, s) => m.TransmiseLe = s.TransmiseLe),
        new("Publication", s => Formats.DateCourte(s.PublieeLe), (m, s) => m.PublieeLe = s.PublieeLe),
        new("Citée dans les visas", s => s.EstCitee ? "oui" : "non", (m, s) => m.EstCitee = s.EstCitee),
    ];

    internal static FormulaireDeDeliberation De(LigneDeDeliberation d) =>
        new()
        {
            Id = d.Id,
            Version = d.Version,
            Numero = d.Numero,
            Date = d.Date,
            Objet = d.Objet,
            TransmiseLe = d.TransmiseLe,
            PublieeLe = d.PublieeLe,
            EstCitee = d.EstCitee,
        };

    internal IReadOnlyList<ErreurDeSaisie> Manques() =>
        Date is null ? [new ErreurDeSaisie("date", "Indiquez la date de la délibération.")] : [];

    internal SaisieDeDeliberation Lire() => new(Numero, Date!.Value, Objet, TransmiseLe, PublieeLe, EstCitee, Motif);
}

/// <summary>Ce qu'un formulaire saisit d'une assurance du CDG.</summary>
public sealed class FormulaireDAssurance
{
    /// <summary>Celle que l'on corrige ; nulle pour une nouvelle.</summary>
    public ContratDAssuranceId? Id { get; init; }

    public int Version { get; set; }

    public string? Assureur { get; set; }

    public string? Police { get; set; }

    public string? Risques { get; set; }

    public DateOnly? Du { get; set; }

    public DateOnly? Au { get; set; }

    /// <summary>À l'ajout, le contrat dont celui-ci prend la suite.</summary>
    public ContratDAssuranceId? Remplace { get; set; }

    internal static IReadOnlyList<ChampCompare<FormulaireDAssurance>> Champs { get; } =
    [
        new("Assureur", s => s.Assureur, (m, s) => m.Assureur = s.Assureur),
        new("Numéro de police", s => s.Police, (m, s) => m.Police = s.Police),
        new("Risques couverts", s => s.Risques, (m, s) => m.Risques = s.Risques),
        new("Premier jour couvert", s => Formats.DateCourte(s.Du), (m, s) => m.Du = s.Du),
        new("Dernier jour couvert", s => Formats.DateCourte(s.Au), (m, s) => m.Au = s.Au),
    ];

    internal static FormulaireDAssurance De(LigneDAssurance a) =>
        new()
        {
            Id = a.Id,
            Version = a.Version,
            Assureur = a.Assureur,
            Police = a.Police,
            Risques = a.Risques,
            Du = a.Du,
            Au = a.Au,
        };

    internal IReadOnlyList<ErreurDeSaisie> Manques() =>
        Du is null || Au is null
            ? [new ErreurDeSaisie(Du is null ? "du" : "au", "Indiquez le premier et le dernier jour couverts.")]
            : [];

    internal SaisieDAssurance Lire() => new(Assureur, Police, Risques, Du!.Value, Au!.Value);
}

/// <summary>Le texte d'origine d'une convention, tel qu'on le saisit.</summary>
public sealed class SaisieDeTexte
{
    public string? Texte { get; set; }

    internal static IReadOnlyList<ChampCompare<SaisieDeTexte>> Champs { get; } =
    [new("Texte d'origine", s => s.Texte, (m, s) => m.Texte = s.Texte)];
}
