using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>On entre pour une prestation au moins.</summary>
/// <remarks>B6. Chaque prestation est à la carte.</remarks>
public sealed record AuMoinsUnChoix(int Prestations) : IRegle
{
    public string Code => "B6";

    public string Fondement => "Convention constitutive";

    public string? Champ => "prestations";

    public bool EstRespectee => Prestations > 0;

    public string Message => "Aucune prestation n'est choisie : choisissez-en une au moins, chacune est à la carte.";
}
