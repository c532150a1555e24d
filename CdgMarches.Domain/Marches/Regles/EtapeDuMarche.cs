using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches.Regles;

/// <summary>Chaque étape du marché suit la précédente.</summary>
/// <remarks>Tâches 16 à 19 de la convention.</remarks>
public sealed record EtapeDuMarche(bool EstPossible, string Participe) : IRegle
{
    public string Code => "RG4.50";

    public string Fondement => "CCP, art. R2182-4";

    public bool EstRespectee => EstPossible;

    public string Message => $"Le marché ne peut pas encore être {Participe} : terminez d'abord l'étape qui précède.";
}
