namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>On ne renonce pas à dissoudre un groupement dont le coordonnateur est parti.</summary>
/// <remarks>RG1.33. Un avenant en nomme d'abord un autre.</remarks>
public sealed record CoordonnateurQuiReste(CauseDeDissolution Cause, bool RetraitConstate) : IRegleDeConvention
{
    public string Code => "RG1.33";

    public string Article => "6.2";

    public bool EstRespectee => Cause is not CauseDeDissolution.DepartDuCoordonnateur || !RetraitConstate;

    public string Message =>
        "Le retrait du coordonnateur est constaté : il dissout le groupement. Nommez d'abord un autre coordonnateur par un avenant.";
}
