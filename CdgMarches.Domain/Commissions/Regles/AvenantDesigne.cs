using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Un avis sur un avenant dit lequel.</summary>
/// <remarks>RG2.40.</remarks>
public sealed record AvenantDesigne(bool EstRequis, string? Avenant) : IRegle
{
    public string Code => "RG2.40";

    public string Fondement => "CGCT, art. L1414-4";

    public string? Champ => "avenant";

    public bool EstRespectee => !EstRequis || !string.IsNullOrWhiteSpace(Avenant);

    public string Message => "Désignez l'avenant soumis pour avis.";
}
