namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>La décision des membres de dissoudre le groupement a le jour de son vote.</summary>
/// <remarks>RG1.34. Chaque assemblée délibère : c'est le jour de la dernière.</remarks>
public sealed record DecisionVotee(CauseDeDissolution Cause, DateOnly? VoteeLe) : IRegleDeConvention
{
    public string Code => "RG1.34";

    public string Article => "7";

    public string? Champ => "votee-le";

    public bool EstRespectee => Cause is not CauseDeDissolution.Decision || VoteeLe is not null;

    public string Message => "Donnez le jour où la dernière assemblée a voté la dissolution.";
}
