using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>Le délai de réponse du membre court encore.</summary>
public sealed record DelaiOuvert(DateTimeOffset OuverteJusqua, DateTimeOffset Maintenant) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Calendrier de la campagne";

    public bool EstRespectee => Maintenant < OuverteJusqua;

    public string Message =>
        "Le délai de réponse est écoulé : la réponse ne se change plus. Ce qui était enregistré est gardé ; demandez au CDG de rouvrir votre réponse.";
}
