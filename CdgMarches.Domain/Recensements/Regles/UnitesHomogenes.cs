using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>On ne totalise que des quantités de même unité.</summary>
/// <remarks>RG5.20 : les unités concordent par ligne de prix, sinon rien n'est additionné.</remarks>
public sealed record UnitesHomogenes(IReadOnlyList<string> Unites) : IRegle
{
    public string Code => "RG5.20";

    public string Fondement => "Unité unique par ligne de prix";

    public bool EstRespectee => Unites.Distinct(StringComparer.OrdinalIgnoreCase).Count() <= 1;

    public string Message =>
        $"Unités mêlées ({string.Join(", ", Unites.Distinct(StringComparer.OrdinalIgnoreCase))}) : ces quantités ne s'additionnent pas.";
}
