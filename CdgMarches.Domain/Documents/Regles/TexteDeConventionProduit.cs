using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Documents.Regles;

/// <summary>Une convention a un texte, produit et gardé, avant de partir à la signature.</summary>
/// <remarks>RG1.10.</remarks>
public sealed record TexteDeConventionProduit(bool Produit) : IRegle
{
    public string Code => "RG1.10";

    public string Fondement => "CCP, art. L2113-7";

    public string? Champ => "texte";

    public bool EstRespectee => Produit;

    public string Message =>
        "Le texte n'est pas encore produit : produisez-le, relisez-le, puis mettez le dossier à la signature.";
}
