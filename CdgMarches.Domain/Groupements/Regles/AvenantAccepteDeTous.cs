using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>L'adhésion se fait par un avenant que chaque membre a accepté.</summary>
/// <remarks>RG1.20.</remarks>
public sealed record AvenantAccepteDeTous(bool EstRequis, DateOnly? EnVigueurLe, DateOnly Effet) : IRegleDeConvention
{
    public string Code => "RG1.20";

    public string Article => "6.3";

    public string? Champ => "avenant";

    public bool EstRespectee => !EstRequis || EnVigueurLe <= Effet;

    public string Message =>
        EnVigueurLe is { } le
            ? $"L'avenant d'adhésion n'est en vigueur que le {EnClair.Date(le)} : l'adhésion ne peut pas prendre effet avant."
            : "L'avenant d'adhésion n'est pas accepté de tous les membres : il le faut avant l'effet.";
}
