namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>La délibération d'un membre se joint à sa réponse, une fois celle-ci enregistrée.</summary>
/// <remarks>RG1.34. Le fichier prouve une réponse : sans elle, il ne dirait ni oui ni non.</remarks>
public sealed record ReponseDejaEnregistree(bool Enregistree) : IRegleDeConvention
{
    public string Code => "RG1.34";

    public string Article => "7";

    public bool EstRespectee => Enregistree;

    public string Message =>
        "Ce membre n'a pas encore répondu : enregistrez d'abord son approbation ou son refus, puis joignez sa délibération.";
}
