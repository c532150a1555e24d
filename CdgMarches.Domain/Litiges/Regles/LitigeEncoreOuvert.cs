using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Litiges.Regles;

/// <summary>Un litige clos ne change plus.</summary>
/// <remarks>RG7.02, RG1.36. C'est la tenue de son histoire : aucune convention ne le stipule.</remarks>
public sealed record LitigeEncoreOuvert(DateOnly? ClosLe, string Code) : IRegle
{
    public string Fondement => "Histoire du dossier";

    public bool EstRespectee => ClosLe is null;

    public string Message => $"Ce litige est clos depuis le {EnClair.Date(ClosLe!.Value)} : il se lit, il ne se modifie plus.";
}
