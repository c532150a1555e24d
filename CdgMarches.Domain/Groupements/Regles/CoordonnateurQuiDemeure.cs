using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>On ne nomme pas coordonnateur un membre dont la sortie est fixée : le groupement finirait avec lui.</summary>
/// <remarks>RG1.33.</remarks>
/// <param name="SortieLe">Son dernier jour dans le groupement, s'il est fixé.</param>
public sealed record CoordonnateurQuiDemeure(DateOnly? SortieLe) : IRegle
{
    public string Code => "RG1.33";

    public string Fondement => "Convention constitutive";

    public string? Champ => "coordonnateur";

    public bool EstRespectee => SortieLe is null;

    public string Message =>
        $"Le membre nommé quitte le groupement le {EnClair.Date(SortieLe!.Value)} : il ne peut pas le coordonner. Nommez un membre qui reste.";
}
