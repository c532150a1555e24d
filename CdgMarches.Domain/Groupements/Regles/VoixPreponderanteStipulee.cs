using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>La voix prépondérante du président se fonde sur un article de la convention.</summary>
/// <remarks>RG2.30. L'article 22 du code des marchés publics est abrogé ; aucun texte en vigueur ne la donne.</remarks>
public sealed record VoixPreponderanteStipulee(bool EstDonnee, string? Article) : IRegle
{
    public string Code => "RG2.30";

    public string Fondement => "CGCT, art. L1414-1 à L1414-4, qui ne la donnent pas";

    public string? Champ => "article-voix";

    public bool EstRespectee => !EstDonnee || !string.IsNullOrWhiteSpace(Article);

    public string Message =>
        "La voix prépondérante du président demande l'article de la convention qui la lui donne : citez-le, ou décochez-la.";
}
