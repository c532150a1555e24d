using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Conventions;

namespace CdgMarches.App.Conventions;

/// <summary>Ce qu'un formulaire saisit des actes d'une convention.</summary>
public sealed class SaisieDActes
{
    public string? NumeroDeDeliberation { get; set; }

    public DateOnly? DelibereeLe { get; set; }

    public DateOnly? SigneeParLaCollectiviteLe { get; set; }

    public string? SignataireDeLaCollectivite { get; set; }

    public DateOnly? SigneeParLeCdgLe { get; set; }

    public string? SignataireDuCdg { get; set; }

    public DateOnly? Effet { get; set; }

    /// <summary>Le motif d'un effet antérieur aux signatures, ou de corriger une convention qui a pris effet.</summary>
    public string? Motif { get; set; }

    /// <summary>Les champs, pour comparer deux saisies.</summary>
    internal static IReadOnlyList<ChampCompare<SaisieDActes>> Champs { get; } =
    [
        new("Délibération de la collectivité", s => Formats.DateCourte(s.DelibereeLe), (m, s) => m.DelibereeLe = s.DelibereeLe),
        new("Numéro de la délibération", s => s.NumeroDeDeliberation, (m, s) => m.NumeroDeDeliberation = s.NumeroDeDeliberation),
        new(
            "Signature de la collectivité",
            s => Formats.DateCourte(s.SigneeParLaCollectiviteLe),
            (m, s) => m.SigneeParLaCollectiviteLe = s.SigneeParLaCollectiviteLe
        ),
        new(
            "Signataire de la collectivité",
            s => s.SignataireDeLaCollectivite,
            (m, s) => m.SignataireDeLaCollectivite = s.SignataireDeLaCollectivite
        ),
        new("Signature du CDG", s => Formats.DateCourte(s.SigneeParLeCdgLe), (m, s) => m.SigneeParLeCdgLe = s.SigneeParLeCdgLe),
        new("Signataire du CDG", s => s.SignataireDuCdg, (m, s) => m.SignataireDuCdg = s.SignataireDuCdg),
        new("Date d'effet", s => Formats.DateCourte(s.Effet), (m, s) => m.Effet = s.Effet),
    ];

    internal static SaisieDActes De(ActesDAcces actes) =>
        new()
        {
            NumeroDeDeliberation = actes.NumeroDeDeliberation,
            DelibereeLe = actes.DelibereeLe,
            SigneeParLaCollectiviteLe = actes.SigneeParLaCollectiviteLe,
            SignataireDeLaCollectivite = actes.SignataireDeLaCollectivite,
            SigneeParLeCdgLe = actes.SigneeParLeCdgLe,
            SignataireDuCdg = actes.SignataireDuCdg,
            Effet = actes.Effet,
        };

    internal ActesDAcces Lire() =>
        new()
        {
            NumeroDeDeliberation = NumeroDeDeliberation,
            DelibereeLe = DelibereeLe,
            SigneeParLaCollectiviteLe = SigneeParLaCollectiviteLe,
            SignataireDeLaCollectivite = SignataireDeLaCollectivite,
            SigneeParLeCdgLe = SigneeParLeCdgLe,
            SignataireDuCdg = SignataireDuCdg,
            Effet = Effet,
        };
}
