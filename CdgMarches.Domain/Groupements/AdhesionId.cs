using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Identifiant d'une <see cref="Adhesion"/>.</summary>
public readonly record struct AdhesionId(Guid Valeur) : IIdentifiant<AdhesionId>
{
    public static AdhesionId Nouveau() => new(Guid.CreateVersion7());

    public static AdhesionId De(Guid valeur) => new(valeur);
}
