using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <summary>Identifiant d'un <see cref="LitigeDAcces"/>.</summary>
public readonly record struct LitigeDAccesId(Guid Valeur) : IIdentifiant<LitigeDAccesId>
{
    public static LitigeDAccesId Nouveau() => new(Guid.CreateVersion7());

    public static LitigeDAccesId De(Guid valeur) => new(valeur);
}
