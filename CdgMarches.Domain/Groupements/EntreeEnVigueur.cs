using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Les signatures d'une convention : combien de parties, la dernière signature, celles qui manquent.</summary>
/// <param name="Parties">Combien de parties signent.</param>
/// <param name="Derniere">La plus tardive des signatures connues.</param>
/// <param name="NonSignees">Combien n'ont pas signé.</param>
/// <param name="Nommees">Le nom des premières qui n'ont pas signé, dans l'ordre où les dire.</param>
public sealed record SignaturesDeConvention(int Parties, DateOnly? Derniere, int NonSignees, IReadOnlyList<string> Nommees)
{
    /// <summary>Au-delà, une phrase qui nomme chaque partie ne se lit plus : les suivantes sont comptées.</summary>
    public const int NommeesAuPlus = 10;

    internal IEnumerable<string> Manquantes =>
        [
            .. Parties == 0 ? ["les parties"] : Array.Empty<string>(),
            .. Nommees.Select(n => $"la signature {GrammaireDuNom.De(n)}"),
            .. (NonSignees - Nommees.Count) switch
            {
                <= 0 => Array.Empty<string>(),
                1 => ["une autre signature"],
                var autres => [$"{autres.ToString(Francais.Culture)} autres signatures"],
            },
        ];
}

/// <summary>Le jour où une convention entre en vigueur, ou tout ce qui l'en empêche encore.</summary>
/// <remarks>
/// RG1.12. La plus tardive de la dernière signature, de la transmission au contrôle de légalité et de la publication ;
/// l'article 6.1 de la convention à trois omet la publication, l'article 2, plus strict, l'emporte.
/// </remarks>
public sealed record EntreeEnVigueur(DateOnly? Le, IReadOnlyList<string> Manquent)
{
    public bool EstAcquise(DateOnly jour) => Le is { } le && le <= jour;

    public static EntreeEnVigueur De(
        IReadOnlyList<(string Partie, DateOnly? SigneeLe)> signatures,
        DateOnly? transmiseLe,
        DateOnly? publieeLe,
        bool publicationRequise
    )
    {
        var absentes = signatures.Where(s => s.SigneeLe is null).Select(s => s.Partie).ToList();
        return De(
            new SignaturesDeConvention(
                signatures.Count,
                signatures.Max(s => s.SigneeLe),
                absentes.Count,
                [.. absentes.Take(SignaturesDeConvention.NommeesAuPlus)]
            ),
            transmiseLe,
            publieeLe,
            publicationRequise
        );
    }

    /// <inheritdoc cref="De(IReadOnlyList{ValueTuple{string, DateOnly?}}, DateOnly?, DateOnly?, bool)"/>
    public static EntreeEnVigueur De(
        SignaturesDeConvention signatures,
        DateOnly? transmiseLe,
        DateOnly? publieeLe,
        bool publicationRequise
    )
    {
        List<string> manquent =
        [
            .. signatures.Manquantes,
            .. transmiseLe is null ? ["la transmission au contrôle de légalité"] : Array.Empty<string>(),
            .. publicationRequise && publieeLe is null ? ["la publication"] : Array.Empty<string>(),
        ];
        return new EntreeEnVigueur(
            manquent.Count > 0 ? null : new[] { signatures.Derniere, transmiseLe, publicationRequise ? publieeLe : null }.Max(),
            manquent
        )
        {
            AVerifier =
            [
                .. AvantLaSignature("Transmise", transmiseLe, signatures.Derniere),
                .. AvantLaSignature("Publiée", publieeLe, signatures.Derniere),
            ],
        };
    }

    private static IEnumerable<string> AvantLaSignature(string formalite, DateOnly? le, DateOnly? signature) =>
        le < signature
            ?
            [
                $"{formalite} le {EnClair.Date(le!.Value)}, avant la dernière signature ({EnClair.Date(signature!.Value)}) : vérifiez ces dates.",
            ]
            : [];

    /// <summary>Les formalités datées d'avant la dernière signature : l'ordre est permis, il est d'ordinaire une faute de frappe.</summary>
    public IReadOnlyList<string> AVerifier { get; init; } = [];

    public string Message =>
        Le is { } le ? $"En vigueur le {EnClair.Date(le)}." : $"Pas en vigueur. Il manque {string.Join(", ", Manquent)}.";
}
