using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches.Regles;

/// <summary>Un incident clos ne change plus.</summary>
/// <remarks>RG7.02.</remarks>
public sealed record IncidentOuvert(DateOnly? ClosLe) : IRegle
{
    public string Code => "RG7.02";

    public string Fondement => "Convention, art. 4";

    public bool EstRespectee => ClosLe is null;

    public string Message => $"L'incident est clos depuis le {EnClair.Date(ClosLe!.Value)} : il ne change plus.";
}
