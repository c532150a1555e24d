using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches.Regles;

/// <summary>Une date ne précède pas celle qui la précède.</summary>
/// <remarks>Ordre des faits.</remarks>
public sealed record DatesDuMarcheEnOrdre(DateOnly? Avant, DateOnly Apres) : IRegle
{
    public string Code => "RG4.50";

    public string Fondement => "Ordre des dates";

    public string? Champ => "jour";

    public bool EstRespectee => Avant is not { } avant || Apres >= avant;

    public string Message =>
        $"Les dates sont dans le désordre : le {EnClair.Date(Apres)} précède le {EnClair.Date(Avant ?? Apres)}.";
}
