using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Collectivites;

/// <summary>Identifiant d'une <c>Collectivite</c>.</summary>
public readonly record struct CollectiviteId(Guid Valeur) : IIdentifiant<CollectiviteId>
{
    public static CollectiviteId Nouveau() => new(Guid.CreateVersion7());

    public static CollectiviteId De(Guid valeur) => new(valeur);
}
