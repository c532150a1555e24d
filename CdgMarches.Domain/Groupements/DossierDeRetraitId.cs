using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Identifiant d'un <see cref="DossierDeRetrait"/>.</summary>
public readonly record struct DossierDeRetraitId(Guid Valeur) : IIdentifiant<DossierDeRetraitId>
{
    public static DossierDeRetraitId Nouveau() => new(Guid.CreateVersion7());

    public static DossierDeRetraitId De(Guid valeur) => new(valeur);
}
