using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Espace;

/// <summary>Identifiant d'une <c>Proposition</c>.</summary>
public readonly record struct PropositionId(Guid Valeur) : IIdentifiant<PropositionId>
{
    public static PropositionId Nouveau() => new(Guid.CreateVersion7());

    public static PropositionId De(Guid valeur) => new(valeur);
}
