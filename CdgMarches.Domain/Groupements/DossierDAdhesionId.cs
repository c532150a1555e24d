using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Identifiant d'un <see cref="DossierDAdhesion"/>.</summary>
public readonly record struct DossierDAdhesionId(Guid Valeur) : IIdentifiant<DossierDAdhesionId>
{
    public static DossierDAdhesionId Nouveau() => new(Guid.CreateVersion7());

    public static DossierDAdhesionId De(Guid valeur) => new(valeur);
}
