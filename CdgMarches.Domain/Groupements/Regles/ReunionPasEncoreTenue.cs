namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Une réunion tenue ne se déplace ni ne s'annule.</summary>
/// <remarks>RG7.04. Des présences relevées ou un compte rendu disent qu'elle s'est tenue ; la date passée n'y suffit pas.</remarks>
public sealed record ReunionPasEncoreTenue(bool EstTenue) : IRegleDeConvention
{
    public string Code => "RG7.04";

    public string Article => "3.3";

    public bool EstRespectee => !EstTenue;

    public string Message =>
        "La réunion s'est tenue : ses présences ou son compte rendu sont relevés. Elle ne se déplace ni ne s'annule plus.";
}
