namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Le départ du coordonnateur ne dissout le groupement que s'il est décidé.</summary>
/// <remarks>RG1.33. La délibération de retrait est exécutoire, dans un dossier ni caduc ni abandonné ; une simple annonce ne suffit pas.</remarks>
public sealed record DepartDuCoordonnateurDecide(CauseDeDissolution Cause, DateOnly? ExecutoireLe) : IRegleDeConvention
{
    public string Code => "RG1.33";

    public string Article => "6.2";

    public string? Champ => "cause";

    public bool EstRespectee => Cause is not CauseDeDissolution.DepartDuCoordonnateur || ExecutoireLe is not null;

    public string Message =>
        "Le retrait du coordonnateur n'est pas décidé : ouvrez son dossier de retrait et datez sa délibération exécutoire, qui fonde la dissolution.";
}
