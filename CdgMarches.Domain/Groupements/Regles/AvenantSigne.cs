namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>L'avenant est signé.</summary>
/// <remarks>RG1.34.</remarks>
public sealed record AvenantSigne(DateOnly? SigneLe) : IRegleDeConvention
{
    public string Code => "RG1.34";

    public string Article => "7";

    public string? Champ => "signe";

    public bool EstRespectee => SigneLe is not null;

    public string Message => "La signature de l'avenant manque : donnez sa date.";
}
