using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Identifiant d'une <see cref="Dissolution"/>.</summary>
public readonly record struct DissolutionId(Guid Valeur) : IIdentifiant<DissolutionId>
{
    public static DissolutionId Nouveau() => new(Guid.CreateVersion7());

    public static DissolutionId De(Guid valeur) => new(valeur);
}
