using CdgMarches.Domain.Collectivites;

namespace CdgMarches.App.Documents;

/// <summary>Toutes les natures de document que les capacités déclarent.</summary>
public sealed class CatalogueDeDocuments(IEnumerable<IModeleDeDocument> natures)
{
    private readonly Dictionary<string, IModeleDeDocument> _parCode = natures.ToDictionary(n => n.Code, StringComparer.Ordinal);

    public IReadOnlyList<IModeleDeDocument> Toutes { get; } =
    [
        .. natures
            .OrderBy(n => n.Genre)
            .ThenBy(n => n.Titre, StringComparer.Create(Domain.Noyau.Francais.Culture, ignoreCase: true)),
    ];

    /// <summary>Vrai pour la lettre d'une entreprise ou la convocation d'une personne : elle ne regarde aucune collectivité.</summary>
    /// <param name="nature">Le code de la nature du document.</param>
    /// <param name="collectivite">La collectivité que le document concerne.</param>
    public bool EstPourUnTiers(string nature, CollectiviteId? collectivite) =>
        collectivite is null && Trouver(nature)?.AvecDestinataire == true;

    public IModeleDeDocument? Trouver(string code) => _parCode.GetValueOrDefault(code);

    /// <exception cref="ArgumentException">Aucune capacité ne déclare ce code : c'est une faute de programmation.</exception>
    public IModeleDeDocument De(string code) =>
        Trouver(code)
        ?? throw new ArgumentException($"Aucune capacité ne déclare la nature de document « {code} ».", nameof(code));
}
