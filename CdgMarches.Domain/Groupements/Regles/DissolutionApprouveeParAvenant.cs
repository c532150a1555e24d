namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Les membres décident la dissolution comme ils modifient la convention : chaque assemblée l'approuve.</summary>
/// <remarks>RG1.34.</remarks>
public sealed record DissolutionApprouveeParAvenant(CauseDeDissolution Cause, DateOnly? AvenantEnVigueurLe) : IRegleDeConvention
{
    public string Code => "RG1.34";

    public string Article => "7";

    public string? Champ => "cause";

    public bool EstRespectee => Cause is not CauseDeDissolution.Decision || AvenantEnVigueurLe is not null;

    public string Message =>
        "Aucun avenant de dissolution n'est en vigueur : préparez-le, puis enregistrez l'approbation de chaque assemblée. La décision des membres tient à ces accords.";
}
