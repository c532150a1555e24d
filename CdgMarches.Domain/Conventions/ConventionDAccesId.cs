using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <summary>Identifiant d'une <c>ConventionDAcces</c>.</summary>
public readonly record struct ConventionDAccesId(Guid Valeur) : IIdentifiant<ConventionDAccesId>
{
    public static ConventionDAccesId Nouveau() => new(Guid.CreateVersion7());

    public static ConventionDAccesId De(Guid valeur) => new(valeur);
}
