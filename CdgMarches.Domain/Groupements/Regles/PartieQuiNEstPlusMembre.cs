using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un membre du groupement ne s'ôte pas des parties : la convention attend sa signature.</summary>
/// <remarks>RG1.12. L'ôter ferait entrer en vigueur une convention que l'un des membres n'a pas signée.</remarks>
public sealed record PartieQuiNEstPlusMembre(string Nom, bool EstCoordonnateur, bool EstMembre) : IRegle
{
    public string Code => "RG1.12";

    public string Fondement => "CCP, art. L2113-7";

    public bool EstRespectee => !EstCoordonnateur && !EstMembre;

    public string Message =>
        EstCoordonnateur
            ? $"{Nom} est le coordonnateur : la convention n'entre pas en vigueur sans sa signature."
            : $"{Nom} est membre du groupement : la convention attend sa signature. Si elle y renonce, faites-la d'abord sortir du groupement, dans ses membres.";
}
