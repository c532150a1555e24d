using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Chaque pièce est validée ou sans objet.</summary>
/// <remarks>B3. La délibération est annexée à la convention.</remarks>
public sealed record PiecesToutesValidees(IReadOnlyList<string> Manquantes) : IRegle
{
    public string Code => "B3";

    public string Fondement => "Convention constitutive, art. 9";

    public string? Champ => "pieces";

    public bool EstRespectee => Manquantes.Count == 0;

    public string Message => $"Pièces à régler : {string.Join(", ", Manquantes)}.";
}
