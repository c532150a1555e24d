using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Une règle que la convention du groupement stipule : son article dépend de la convention.</summary>
/// <remarks>RG1.10. Les articles sont ceux du groupement dédié ; la convention permanente, non numérotée, se cite tout court.</remarks>
public interface IRegleDeConvention : IRegle
{
    /// <summary>L'article dans la convention du groupement dédié : « 6.3 ».</summary>
    string Article { get; }

    /// <summary>Faute de savoir de quelle convention il s'agit, celle du groupement dédié.</summary>
    string IRegle.Fondement => new ReglesDeConvention().Article(Article);
}
