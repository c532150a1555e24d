namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>La convention est en vigueur avant que le groupement s'ouvre.</summary>
/// <remarks>RG1.14. Un groupement dont la convention n'est pas tenue dans l'application n'est pas jugé.</remarks>
public sealed record ConventionEnVigueur(EntreeEnVigueur? Convention) : IRegleDeConvention
{
    public string Code => "RG1.14";

    public string Article => "2";

    public bool EstRespectee => Convention is null || Convention.Le is not null;

    public string Message => $"La convention n'est pas en vigueur : il manque {string.Join(", ", Convention!.Manquent)}.";
}
