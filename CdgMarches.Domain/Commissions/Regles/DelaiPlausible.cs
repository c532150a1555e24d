using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Le délai de convocation tient entre zéro et soixante jours francs.</summary>
public sealed record DelaiPlausible(int Jours) : IRegle
{
    public string Code => "RG2.12";

    public string Fondement => "Convention constitutive, art. 3.2";

    public string? Champ => "jours-francs";

    public bool EstRespectee => Jours is >= 0 and <= 60;

    public string Message => "Le délai de convocation va de 0 à 60 jours francs.";
}
