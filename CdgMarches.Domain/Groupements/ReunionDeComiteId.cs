using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Identifiant d'une <see cref="ReunionDeComite"/>.</summary>
public readonly record struct ReunionDeComiteId(Guid Valeur) : IIdentifiant<ReunionDeComiteId>
{
    public static ReunionDeComiteId Nouveau() => new(Guid.CreateVersion7());

    public static ReunionDeComiteId De(Guid valeur) => new(valeur);
}
