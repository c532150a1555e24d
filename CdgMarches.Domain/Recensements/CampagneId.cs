using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements;

/// <summary>Identifiant d'une <c>Campagne</c>.</summary>
public readonly record struct CampagneId(Guid Valeur) : IIdentifiant<CampagneId>
{
    public static CampagneId Nouveau() => new(Guid.CreateVersion7());

    public static CampagneId De(Guid valeur) => new(valeur);
}
