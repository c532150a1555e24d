using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements;

/// <summary>Identifiant d'une <see cref="Delegation"/>.</summary>
public readonly record struct DelegationId(Guid Valeur) : IIdentifiant<DelegationId>
{
    public static DelegationId Nouveau() => new(Guid.CreateVersion7());

    public static DelegationId De(Guid valeur) => new(valeur);
}
