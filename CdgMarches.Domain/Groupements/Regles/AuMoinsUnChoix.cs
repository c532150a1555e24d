using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>On entre pour une prestation au moins.</summary>
/// <remarks>RG1.10. Chaque prestation est à la carte.</remarks>
public sealed record AuMoinsUnChoix(int Prestations) : IRegle
{
    public string Code => "RG1.10";

    public string Fondement => "Convention constitutive";

    public string? Champ => "prestations";

    public bool EstRespectee => Prestations > 0;

    public string Message => "Aucune prestation n'est choisie : choisissez-en une au moins, chacune est à la carte.";
}
