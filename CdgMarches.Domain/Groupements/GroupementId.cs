using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Identifiant d'un <c>Groupement</c>.</summary>
public readonly record struct GroupementId(Guid Valeur) : IIdentifiant<GroupementId>
{
    public static GroupementId Nouveau() => new(Guid.CreateVersion7());

    public static GroupementId De(Guid valeur) => new(valeur);
}
