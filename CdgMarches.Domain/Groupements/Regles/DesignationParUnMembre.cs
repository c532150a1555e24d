namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Le comité de suivi réunit des personnes que désignent les membres du groupement.</summary>
/// <remarks>RG7.04. Les parties d'une convention qui n'a pas encore de membres désignent aussi.</remarks>
public sealed record DesignationParUnMembre(bool EstMembre) : IRegleDeConvention
{
    public string Code => "RG7.04";

    public string Article => "3.3";

    public string? Champ => "collectivite";

    public bool EstRespectee => EstMembre;

    public string Message => "Cette collectivité n'est pas membre du groupement ce jour-là : seul un membre désigne au comité.";
}
