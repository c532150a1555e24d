using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>On ne choisit qu'une prestation encore proposée.</summary>
/// <remarks>B6.</remarks>
public sealed record PrestationProposee(string Libelle, bool EstRetiree) : IRegle
{
    public string Code => "RG1.20";

    public string Fondement => "Convention constitutive, objet";

    public string? Champ => "prestation";

    public bool EstRespectee => !EstRetiree;

    public string Message => $"« {Libelle} » n'est plus proposée par le groupement : choisissez-en une autre.";
}
