using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Identifiant d'un <see cref="AvenantDeConvention"/>.</summary>
public readonly record struct AvenantDeConventionId(Guid Valeur) : IIdentifiant<AvenantDeConventionId>
{
    public static AvenantDeConventionId Nouveau() => new(Guid.CreateVersion7());

    public static AvenantDeConventionId De(Guid valeur) => new(valeur);
}
