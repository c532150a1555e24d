using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Chaque offre régulière est notée sur chaque critère avant le choix.</summary>
/// <remarks>CCP, art. L2152-7.</remarks>
public sealed record ToutesLesOffresNotees(IReadOnlyList<string> NonNotees) : IRegle
{
    public string Code => "RG4.1";

    public string Fondement => "CCP, art. L2152-7";

    public bool EstRespectee => NonNotees.Count == 0;

    public string Message => $"Restent à noter sur tous les critères : {string.Join(" ; ", NonNotees)}.";
}
