using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Chaque critère a un nom et un poids positif.</summary>
/// <remarks>CCP, art. R2152-11 et R2152-12.</remarks>
public sealed record PoidsPositifs(bool SontPositifs) : IRegle
{
    public string Code => "RG4.1";

    public string Fondement => "CCP, art. R2152-12";

    public string? Champ => "criteres";

    public bool EstRespectee => SontPositifs;

    public string Message => "Nommez chaque critère et donnez-lui un poids supérieur à zéro.";
}
