using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <summary>Identifiant d'une <c>Grille</c>.</summary>
public readonly record struct GrilleId(Guid Valeur) : IIdentifiant<GrilleId>
{
    public static GrilleId Nouveau() => new(Guid.CreateVersion7());

    public static GrilleId De(Guid valeur) => new(valeur);
}
