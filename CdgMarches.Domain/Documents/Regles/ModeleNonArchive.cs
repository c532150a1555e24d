using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Documents.Regles;

/// <summary>Un modèle archivé ne se modifie plus.</summary>
/// <remarks>H1.</remarks>
public sealed record ModeleNonArchive(bool EstArchive) : IRegle
{
    public string Code => "H1";

    public string Fondement => "Bibliothèque de modèles";

    public bool EstRespectee => !EstArchive;

    public string Message =>
        "Ce modèle est archivé : il reste lisible, mais ne se modifie ni ne se choisit plus. Déposez un nouveau modèle.";
}
