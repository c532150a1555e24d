using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches.Regles;

/// <summary>La satisfaction va de 1 à 4.</summary>
/// <remarks>RG7.01.</remarks>
public sealed record SatisfactionDeUnAQuatre(int Note) : IRegle
{
    public string Code => "RG7.01";

    public string Fondement => "Convention, art. 4";

    public string? Champ => "bilan-satisfaction";

    public bool EstRespectee => Note is >= 1 and <= 4;

    public string Message => "Choisissez la satisfaction, de 1 (mauvaise) à 4 (bonne).";
}
