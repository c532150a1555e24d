using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Personne n'accède aux offres avant la date limite et l'ouverture des plis.</summary>
/// <remarks>RG2.34. CCP, art. R2132-9.</remarks>
public sealed record OffresOuvertes(DateOnly? OuvertesLe) : IRegle
{
    public string Code => "RG2.34";

    public string Fondement => "CCP, art. R2132-9";

    public bool EstRespectee => OuvertesLe is not null;

    public string Message =>
        "Les plis ne sont pas ouverts : aucun accès aux offres avant la date limite. Constatez d'abord l'ouverture.";
}
