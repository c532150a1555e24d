namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Le retrait a un jour de sortie.</summary>
/// <remarks>RG1.30. Au régime du préavis, la sortie se déduit de l'information du coordonnateur, que sa propre règle demande (RG1.31).</remarks>
public sealed record JourDeSortieFixe(ModeDeRetrait Mode, DateOnly? SortieLe) : IRegleDeConvention
{
    public string Code => "RG1.30";

    public string Article => "6.2";

    public string? Champ => "sortie";

    public bool EstRespectee => Mode is ModeDeRetrait.PreavisAnnuel || SortieLe is not null;

    public string Message => "Le jour de sortie n'est pas fixé : la délibération le fixe.";
}
