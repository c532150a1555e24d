using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un lot est numéroté de 1 à 999.</summary>
/// <remarks>Au-delà, c'est une faute de frappe.</remarks>
public sealed record NumeroDeLotPlausible(int Numero) : IRegle
{
    public string Code => "RG1.10";

    public string Fondement => "CCP, art. L2113-7";

    public string? Champ => "lot-numero";

    public bool EstRespectee => Numero is >= 1 and <= 999;

    public string Message => "Le numéro d'un lot va de 1 à 999 : corrigez-le.";
}
