using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <summary>Identifiant d'une <c>Refacturation</c>.</summary>
public readonly record struct RefacturationId(Guid Valeur) : IIdentifiant<RefacturationId>
{
    public static RefacturationId Nouveau() => new(Guid.CreateVersion7());

    public static RefacturationId De(Guid valeur) => new(valeur);
}
