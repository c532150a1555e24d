using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Litiges.Regles;

/// <summary>L'échec d'une tentative amiable dit pourquoi elle échoue.</summary>
/// <remarks>RG1.36. Le tribunal le demandera.</remarks>
public sealed record EchecExplique(IssueAmiable? Issue, string? EnClair, string Fondement) : IRegle
{
    public string Code => "RG1.36";

    public string? Champ => "issue-texte";

    public bool EstRespectee => Issue is not IssueAmiable.Echec || !string.IsNullOrWhiteSpace(EnClair);

    public string Message => "La tentative amiable a échoué : dites pourquoi.";
}
