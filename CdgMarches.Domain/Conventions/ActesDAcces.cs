namespace CdgMarches.Domain.Conventions;

/// <summary>Les actes datés d'une convention d'accès : ce qui la fait naître. Un acte inconnu reste nul.</summary>
/// <remarks>RG6.18. La délibération de la collectivité et sa date sont citées dans la convention.</remarks>
public sealed record ActesDAcces
{
    public const int LongueurDuNumero = 60;

    public const int LongueurDuSignataire = 200;

    /// <summary>Le numéro de la délibération de la collectivité.</summary>
    public string? NumeroDeDeliberation { get; init; }

    public DateOnly? DelibereeLe { get; init; }

    public DateOnly? SigneeParLaCollectiviteLe { get; init; }

    /// <summary>Qui a signé pour la collectivité : nom et qualité.</summary>
    public string? SignataireDeLaCollectivite { get; init; }

    public DateOnly? SigneeParLeCdgLe { get; init; }

    /// <summary>Qui a signé pour le CDG : nom et qualité.</summary>
    public string? SignataireDuCdg { get; init; }

    /// <summary>Le premier jour en vigueur.</summary>
    public DateOnly? Effet { get; init; }

    /// <summary>Aucun acte encore.</summary>
    public static ActesDAcces Aucun { get; } = new();

    /// <summary>La dernière des deux signatures ; nulle s'il en manque une.</summary>
    public DateOnly? DerniereSignature =>
        SigneeParLaCollectiviteLe is { } collectivite && SigneeParLeCdgLe is { } cdg ? Max(collectivite, cdg) : null;

    public bool EstSigneParUnePartie => SigneeParLaCollectiviteLe is not null || SigneeParLeCdgLe is not null;

    /// <summary>Vrai quand aucun acte ne manque.</summary>
    public bool EstComplet => DelibereeLe is not null && DerniereSignature is not null && Effet is not null;

    /// <summary>Les actes qui manquent, dans l'ordre où ils se font.</summary>
    public IReadOnlyList<string> Manquants =>
        [
            .. DelibereeLe is null ? ["la délibération de la collectivité"] : Array.Empty<string>(),
            .. SigneeParLaCollectiviteLe is null ? ["la signature de la collectivité"] : Array.Empty<string>(),
            .. SigneeParLeCdgLe is null ? ["la signature du CDG"] : Array.Empty<string>(),
            .. Effet is null ? ["la date d'effet"] : Array.Empty<string>(),
        ];

    internal ActesDAcces Normaliser() =>
        this with
        {
            NumeroDeDeliberation = Propre(NumeroDeDeliberation),
            SignataireDeLaCollectivite = Propre(SignataireDeLaCollectivite),
            SignataireDuCdg = Propre(SignataireDuCdg),
        };

    private static string? Propre(string? texte) => string.IsNullOrWhiteSpace(texte) ? null : texte.Trim();

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;
}
