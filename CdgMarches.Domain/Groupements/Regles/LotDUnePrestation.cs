using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un lot appartient à une prestation du groupement.</summary>
/// <remarks>B6. C'est par la prestation que les membres choisissent.</remarks>
public sealed record LotDUnePrestation(bool PrestationConnue) : IRegle
{
    public string Code => "RG1.10";

    public string Fondement => "CCP, art. L2113-7";

    public string? Champ => "lot-prestation";

    public bool EstRespectee => PrestationConnue;

    public string Message => "Choisissez la prestation à laquelle le lot appartient.";
}
