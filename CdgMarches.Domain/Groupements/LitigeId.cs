using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Identifiant d'un <see cref="Litige"/>.</summary>
public readonly record struct LitigeId(Guid Valeur) : IIdentifiant<LitigeId>
{
    public static LitigeId Nouveau() => new(Guid.CreateVersion7());

    public static LitigeId De(Guid valeur) => new(valeur);
}
