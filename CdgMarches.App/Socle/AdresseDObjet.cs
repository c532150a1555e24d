namespace CdgMarches.App.Socle;

/// <summary>Où se lit un objet d'un type donné ; chaque capacité enregistre les siens dans ses services.</summary>
/// <param name="Type">Le nom du type, tel que le journal et l'échéancier le gardent (« Campagne »).</param>
/// <param name="Nom">Ce que la personne lit (« Recensement »).</param>
/// <param name="De">L'adresse de la fiche d'après sa clé.</param>
public sealed record AdresseDObjet(string Type, string Nom, Func<Guid, string> De);

/// <summary>Retrouve la page d'un objet dont on n'a que le type et la clé.</summary>
public sealed class AdressesDesObjets(IEnumerable<AdresseDObjet> adresses)
{
    private readonly Dictionary<string, AdresseDObjet> _parType = adresses
        .GroupBy(a => a.Type)
        .ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);

    /// <returns>L'adresse ; null si ce type n'a pas de page à lui.</returns>
    public string? De(string? type, Guid? id) =>
        type is not null && id is { } cle && _parType.GetValueOrDefault(type) is { } adresse ? adresse.De(cle) : null;

    /// <summary>Le nom d'un type d'objet, ou son nom technique s'il n'est pas inscrit.</summary>
    public string Nom(string type) => _parType.GetValueOrDefault(type)?.Nom ?? type;

    /// <summary>Les types inscrits, pour un filtre.</summary>
    public IReadOnlyList<AdresseDObjet> Tous { get; } =
    [.. adresses.DistinctBy(a => a.Type).OrderBy(a => a.Nom, StringComparer.CurrentCulture)];
}
