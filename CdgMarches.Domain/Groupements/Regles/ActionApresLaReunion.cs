using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Ce qu'une réunion du comité laisse à faire se fait le jour de la réunion ou après elle.</summary>
/// <remarks>RG7.04.</remarks>
public sealed record ActionApresLaReunion(DateOnly Reunion, DateOnly? PourLe) : IRegleDeConvention
{
    public string Code => "RG7.04";

    public string Article => "3.3";

    public string? Champ => "pour-le";

    public bool EstRespectee => PourLe is not { } jour || jour >= Reunion;

    public string Message =>
        $"L'action est attendue le {EnClair.Date(PourLe!.Value)}, avant la réunion du {EnClair.Date(Reunion)} dont elle sort : corrigez son échéance.";
}
