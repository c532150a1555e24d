using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <summary>Identifiant d'un <c>DemandeDAssistance</c>.</summary>
public readonly record struct DemandeDAssistanceId(Guid Valeur) : IIdentifiant<DemandeDAssistanceId>
{
    public static DemandeDAssistanceId Nouveau() => new(Guid.CreateVersion7());

    public static DemandeDAssistanceId De(Guid valeur) => new(valeur);
}
