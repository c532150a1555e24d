using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Documents.Regles;

/// <summary>Le modèle par défaut ne s'archive pas tant qu'il l'est.</summary>
/// <remarks>H1.</remarks>
public sealed record ModelePasParDefaut(bool EstParDefaut) : IRegle
{
    public string Code => "H1";

    public string Fondement => "Bibliothèque de modèles";

    public bool EstRespectee => !EstParDefaut;

    public string Message =>
        "Ce modèle est celui par défaut : désignez-en un autre, ou revenez au modèle d'origine, puis archivez-le.";
}
