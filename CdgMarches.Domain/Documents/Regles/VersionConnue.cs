using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Documents.Regles;

/// <summary>On ne reprend qu'une version que le modèle a eue.</summary>
/// <remarks>H1.</remarks>
public sealed record VersionConnue(bool Existe) : IRegle
{
    public string Code => "H1";

    public string Fondement => "Bibliothèque de modèles";

    public bool EstRespectee => Existe;

    public string Message => "Ce modèle n'a pas de version de ce numéro : rechargez la page et choisissez dans la liste.";
}
