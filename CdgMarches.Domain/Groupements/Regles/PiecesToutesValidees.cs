namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Chaque pièce est validée ou sans objet.</summary>
/// <remarks>RG1.10. La délibération est annexée à la convention.</remarks>
public sealed record PiecesToutesValidees(IReadOnlyList<string> Manquantes) : IRegleDeConvention
{
    public string Code => "RG1.10";

    public string Article => "9";

    public string? Champ => "pieces";

    public bool EstRespectee => Manquantes.Count == 0;

    public string Message => $"Pièces à régler : {string.Join(", ", Manquantes)}.";
}
