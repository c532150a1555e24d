using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Courriels;

/// <summary>Identifiant d'un <c>Courrier</c>.</summary>
public readonly record struct CourrierId(Guid Valeur) : IIdentifiant<CourrierId>
{
    public static CourrierId Nouveau() => new(Guid.CreateVersion7());

    public static CourrierId De(Guid valeur) => new(valeur);
}
