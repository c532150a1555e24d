using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Les poids des critères font cent.</summary>
/// <remarks>CCP, art. R2152-12.</remarks>
public sealed record PoidsDeCent(decimal Total) : IRegle
{
    public string Code => "RG4.1";

    public string Fondement => "CCP, art. R2152-12";

    public string? Champ => "criteres";

    public bool EstRespectee => Total == 100m;

    public string Message =>
        $"Les poids des critères font {Total.ToString("0.##", Francais.Culture)} et doivent faire 100 : corrigez-les.";
}
