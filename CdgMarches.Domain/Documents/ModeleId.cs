using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Documents;

/// <summary>Identifiant d'un <c>Modele</c>.</summary>
public readonly record struct ModeleId(Guid Valeur) : IIdentifiant<ModeleId>
{
    public static ModeleId Nouveau() => new(Guid.CreateVersion7());

    public static ModeleId De(Guid valeur) => new(valeur);
}
