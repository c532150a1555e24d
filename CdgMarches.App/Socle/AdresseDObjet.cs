namespace CdgMarches.App.Socle;

/// <summary>Où se lit un objet d'un type donné ; chaque capacité enregistre les siens dans ses services.</summary>
/// <param name="Type">Le nom du type, tel que le journal et l'échéancier le gardent (« Campagne »).</param>
/// <param name="Nom">Ce que la personne lit (« Recensement »).</param>
/// <param name="De">L'adresse de la fiche d'après sa clé ; null quand elle ne suffit pas.</param>
public sealed record AdresseDObjet(string Type, string Nom, Func<Guid, string>? De)
{
    /// <summary>L'adresse de la fiche quand elle est sous celle de son groupement, donné d'abord.</summary>
    public Func<Guid, Guid, string>? DansLeGroupement { get; init; }
}

/// <summary>Retrouve la page d'un objet dont on n'a que le type et la clé.</summary>
public sealed class AdressesDesObjets(IEnumerable<AdresseDObjet> adresses)
{
    private readonly Dictionary<string, AdresseDObjet> _parType = adresses
        .GroupBy(a => a.Type)
        .ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);

    /// <param name="type">Le type de l'objet.</param>
    /// <param name="id">Sa clé.</param>
    /// <param name="groupement">Le groupement dont il est, quand on le connaît.</param>
    /// <returns>L'adresse ; null si ce type n'a pas de page à lui, ou si elle est sous un groupement que l'on ne connaît pas.</returns>
    public string? De(string? type, Guid? id, Guid? groupement = null)
    {
        if (type is null || id is not { } cle || _parType.GetValueOrDefault(type) is not { } adresse)
        {
            return null;
        }

        return adresse.DansLeGroupement is { } dans && groupement is { } sien ? dans(sien, cle) : adresse.De?.Invoke(cle);
    }

    /// <summary>Le nom d'un type d'objet, ou son nom technique s'il n'est pas inscrit.</summary>
    public string Nom(string type) => _parType.GetValueOrDefault(type)?.Nom ?? type;
}
