using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Courriels;

/// <summary>Identifiant d'une <c>Transmission</c>.</summary>
public readonly record struct TransmissionId(Guid Valeur) : IIdentifiant<TransmissionId>
{
    public static TransmissionId Nouveau() => new(Guid.CreateVersion7());

    public static TransmissionId De(Guid valeur) => new(valeur);
}
