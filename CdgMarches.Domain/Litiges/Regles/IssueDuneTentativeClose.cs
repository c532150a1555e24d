using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Litiges.Regles;

/// <summary>Une tentative close a une issue, et elle seule.</summary>
/// <remarks>RG1.36.</remarks>
public sealed record IssueDuneTentativeClose(DateOnly? CloseLe, IssueAmiable? Issue, string Fondement) : IRegle
{
    public string Code => "RG1.36";

    public string? Champ => "issue";

    public bool EstRespectee => (CloseLe is null) == (Issue is null);

    public string Message =>
        CloseLe is null
            ? "L'issue se dit avec la date de clôture de la tentative amiable : donnez-la."
            : "La tentative amiable est close : dites si elle a abouti à un accord ou échoué.";
}
