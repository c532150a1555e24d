using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <summary>Identifiant d'un <c>DeliberationDuCdg</c>.</summary>
public readonly record struct DeliberationDuCdgId(Guid Valeur) : IIdentifiant<DeliberationDuCdgId>
{
    public static DeliberationDuCdgId Nouveau() => new(Guid.CreateVersion7());

    public static DeliberationDuCdgId De(Guid valeur) => new(valeur);
}
