using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Identifiant d'une <c>Prestation</c>.</summary>
public readonly record struct PrestationId(Guid Valeur) : IIdentifiant<PrestationId>
{
    public static PrestationId Nouveau() => new(Guid.CreateVersion7());

    public static PrestationId De(Guid valeur) => new(valeur);
}
