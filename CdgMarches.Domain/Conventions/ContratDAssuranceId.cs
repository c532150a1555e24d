using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <summary>Identifiant d'un <c>ContratDAssurance</c>.</summary>
public readonly record struct ContratDAssuranceId(Guid Valeur) : IIdentifiant<ContratDAssuranceId>
{
    public static ContratDAssuranceId Nouveau() => new(Guid.CreateVersion7());

    public static ContratDAssuranceId De(Guid valeur) => new(valeur);
}
