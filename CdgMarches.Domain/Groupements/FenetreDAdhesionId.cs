using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Identifiant d'une <see cref="FenetreDAdhesion"/>.</summary>
public readonly record struct FenetreDAdhesionId(Guid Valeur) : IIdentifiant<FenetreDAdhesionId>
{
    public static FenetreDAdhesionId Nouveau() => new(Guid.CreateVersion7());

    public static FenetreDAdhesionId De(Guid valeur) => new(valeur);
}
