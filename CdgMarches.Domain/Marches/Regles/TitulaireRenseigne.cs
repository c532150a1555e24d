using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches.Regles;

/// <summary>Un marché a au moins un titulaire nommé.</summary>
/// <remarks>CCP, art. L1220-1.</remarks>
public sealed record TitulaireRenseigne(bool EstRenseigne) : IRegle
{
    public string Code => "RG4.1";

    public string Fondement => "CCP, art. L1220-1";

    public string? Champ => "titulaire";

    public bool EstRespectee => EstRenseigne;

    public string Message => "Nommez le titulaire du marché.";
}
