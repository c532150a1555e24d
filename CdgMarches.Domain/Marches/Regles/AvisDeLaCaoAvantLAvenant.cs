using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches.Regles;

/// <summary>L'avis de la commission précède la signature de l'avenant.</summary>
/// <remarks>RG2.40. CGCT, art. L1414-4.</remarks>
public sealed record AvisDeLaCaoAvantLAvenant(DateOnly? AvisLe, DateOnly SigneLe) : IRegle
{
    public string Code => "RG2.40";

    public string Fondement => "CGCT, art. L1414-4";

    public string? Champ => "avis-cao";

    public bool EstRespectee => AvisLe is not { } avis || avis <= SigneLe;

    public string Message =>
        $"L'avis de la commission, le {EnClair.Date(AvisLe!.Value)}, doit précéder la signature de l'avenant : corrigez l'une des deux dates.";
}
