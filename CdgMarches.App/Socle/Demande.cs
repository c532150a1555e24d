namespace CdgMarches.App.Socle;

/// <summary>Ce qu'une liste demande à sa lecture : tout vient de l'adresse de la page.</summary>
/// <param name="Page">Le numéro de page, à partir de 1.</param>
/// <param name="Taille">Le nombre de lignes par page (25 par défaut, 200 au plus).</param>
/// <param name="Tri">La colonne de tri, telle que la lecture la connaît ; null pour l'ordre ordinaire.</param>
/// <param name="Decroissant">Vrai pour l'ordre inverse.</param>
/// <param name="Recherche">Les mots cherchés, comme ils ont été tapés.</param>
/// <param name="Filtres">Les filtres, par nom.</param>
public sealed record Demande(
    int Page = 1,
    int Taille = 25,
    string? Tri = null,
    bool Decroissant = false,
    string? Recherche = null,
    IReadOnlyDictionary<string, string>? Filtres = null
)
{
    public int Ignorer => (Math.Max(1, Page) - 1) * Prendre;

    public int Prendre => Math.Clamp(Taille, 1, 200);

    public string? Filtre(string nom) => Filtres?.GetValueOrDefault(nom) is { Length: > 0 } valeur ? valeur : null;
}

/// <summary>Une page de résultats, et le nombre total de lignes qui répondent à la demande.</summary>
public sealed record PageDe<T>(IReadOnlyList<T> Elements, int Total);
