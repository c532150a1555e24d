using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Une seule demande de correction court à la fois.</summary>
/// <remarks>B3. Le membre sait toujours laquelle suivre.</remarks>
public sealed record UneSeuleCorrectionEnCours(DateOnly? DemandeeLe) : IRegle
{
    public string Code => "B3";

    public string Fondement => "Convention constitutive, art. 9";

    public string? Champ => "correction";

    public bool EstRespectee => DemandeeLe is null;

    public string Message =>
        $"Une correction est déjà demandée depuis le {EnClair.Date(DemandeeLe!.Value)} : attendez la réponse du membre avant d'en demander une autre.";
}
