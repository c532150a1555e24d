using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches;

/// <summary>Identifiant d'un <c>Marche</c>.</summary>
public readonly record struct MarcheId(Guid Valeur) : IIdentifiant<MarcheId>
{
    public static MarcheId Nouveau() => new(Guid.CreateVersion7());

    public static MarcheId De(Guid valeur) => new(valeur);
}

/// <summary>Identifiant d'un <c>Incident</c>.</summary>
public readonly record struct IncidentId(Guid Valeur) : IIdentifiant<IncidentId>
{
    public static IncidentId Nouveau() => new(Guid.CreateVersion7());

    public static IncidentId De(Guid valeur) => new(valeur);
}
