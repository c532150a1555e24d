using System.Text.Encodings.Web;
using System.Text.Json;
using CdgMarches.Domain.Marches;

namespace CdgMarches.App.Marches;

/// <summary>Ce que les données essentielles demandent et que le marché ne dit pas ailleurs. Null : pas encore répondu.</summary>
public sealed record SaisieDeDonneesEssentielles
{
    private static readonly JsonSerializerOptions Lisible = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string? Ccag { get; init; }

    public string? ModaliteExecution { get; init; }

    public bool? MarcheInnovant { get; init; }

    public int? OffresRecues { get; init; }

    public bool? AttributionAvance { get; init; }

    /// <summary>0,1 pour 10 %.</summary>
    public decimal? TauxAvance { get; init; }

    public string? TypeGroupementOperateurs { get; init; }

    public string? LieuCode { get; init; }

    public string? LieuTypeCode { get; init; }

    public string? TypePrix { get; init; }

    public string? FormePrix { get; init; }

    public string? ConsiderationSociale { get; init; }

    public string? ConsiderationEnvironnementale { get; init; }

    /// <summary>Les actes de sous-traitance modifiés, dans l'ordre où ils l'ont été.</summary>
    public IReadOnlyList<ModificationDeSousTraitance> ModificationsDeSousTraitance { get; init; } = [];

    public string EnJson() => JsonSerializer.Serialize(this, Lisible);

    public static SaisieDeDonneesEssentielles De(string? json) =>
        string.IsNullOrEmpty(json) ? new() : JsonSerializer.Deserialize<SaisieDeDonneesEssentielles>(json) ?? new();
}
