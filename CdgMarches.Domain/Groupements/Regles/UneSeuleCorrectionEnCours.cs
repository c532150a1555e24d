using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Une seule demande de correction court à la fois.</summary>
/// <remarks>RG1.10. Le membre sait toujours laquelle suivre.</remarks>
public sealed record UneSeuleCorrectionEnCours(DateOnly? DemandeeLe) : IRegleDeConvention
{
    public string Code => "RG1.10";

    public string Article => "9";

    public string? Champ => "correction";

    public bool EstRespectee => DemandeeLe is null;

    public string Message =>
        $"Une correction est déjà demandée depuis le {EnClair.Date(DemandeeLe!.Value)} : attendez la réponse du membre avant d'en demander une autre.";
}
