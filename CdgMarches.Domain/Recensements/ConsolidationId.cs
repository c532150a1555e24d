using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements;

/// <summary>Identifiant d'une <see cref="Consolidation"/>.</summary>
public readonly record struct ConsolidationId(Guid Valeur) : IIdentifiant<ConsolidationId>
{
    public static ConsolidationId Nouveau() => new(Guid.CreateVersion7());

    public static ConsolidationId De(Guid valeur) => new(valeur);
}
