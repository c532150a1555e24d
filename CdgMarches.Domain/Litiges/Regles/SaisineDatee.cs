using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Litiges.Regles;

/// <summary>La saisine du tribunal a une date.</summary>
/// <remarks>RG1.36.</remarks>
public sealed record SaisineDatee(DateOnly? SaisiLe, string Fondement) : IRegle
{
    public string Code => "RG1.36";

    public string? Champ => "saisi";

    public bool EstRespectee => SaisiLe is not null;

    public string Message => "Donnez le jour où le tribunal est saisi.";
}
