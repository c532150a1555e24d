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

    /// <summary>Le motif d'un effet antérieur aux signatures.</summary>
    public string? Motif { get; set; }

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
