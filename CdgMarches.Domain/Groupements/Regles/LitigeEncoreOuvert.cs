using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un litige clos ne change plus.</summary>
/// <remarks>RG7.02.</remarks>
public sealed record LitigeEncoreOuvert(DateOnly? ClosLe) : IRegleDeConvention
{
    public string Code => "RG7.02";

    public string Article => "4";

    public bool EstRespectee => ClosLe is null;

    public string Message => $"Ce litige est clos depuis le {EnClair.Date(ClosLe!.Value)} : il se lit, il ne se modifie plus.";
}
