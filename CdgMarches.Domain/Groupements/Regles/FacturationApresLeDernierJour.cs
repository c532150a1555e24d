using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>La dernière facturation suit le dernier jour du groupement, ou tombe ce jour-là.</summary>
/// <remarks>La règle est celle de la cause. Ce qui se facture court jusqu'au dernier jour.</remarks>
public sealed record FacturationApresLeDernierJour(CauseDeDissolution Cause, DateOnly? FacturationLe, DateOnly DernierJour)
    : IRegle
{
    public string Code => Cause.Regle();

    public string Fondement => "Convention constitutive, dispositions financières";

    public string? Champ => "facturation";

    public bool EstRespectee => FacturationLe is not { } jour || jour >= DernierJour;

    public string Message =>
        $"La dernière facturation ({EnClair.Date(FacturationLe!.Value)}) précède le dernier jour du groupement ({EnClair.Date(DernierJour)}) : une autre la suivrait. Corrigez la date.";
}
