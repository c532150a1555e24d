namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Une formalité que l'effet attend est accomplie.</summary>
/// <remarks>RG1.12.</remarks>
public sealed record FormaliteAccomplie(string Formalite, DateOnly? Le, string Identifiant) : IRegleDeConvention
{
    public string Code => "RG1.12";

    public string Article => "2";

    public string? Champ => Identifiant;

    public bool EstRespectee => Le is not null;

    public string Message => $"Il manque {Formalite}.";
}
