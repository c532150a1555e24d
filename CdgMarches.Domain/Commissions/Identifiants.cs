using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions;

/// <summary>Identifiant d'une <see cref="Commission"/>.</summary>
public readonly record struct CommissionId(Guid Valeur) : IIdentifiant<CommissionId>
{
    public static CommissionId Nouveau() => new(Guid.CreateVersion7());

    public static CommissionId De(Guid valeur) => new(valeur);
}

/// <summary>Identifiant d'une <see cref="Seance"/>.</summary>
public readonly record struct SeanceId(Guid Valeur) : IIdentifiant<SeanceId>
{
    public static SeanceId Nouveau() => new(Guid.CreateVersion7());

    public static SeanceId De(Guid valeur) => new(valeur);
}

/// <summary>Identifiant d'une <see cref="Convocation"/>.</summary>
public readonly record struct ConvocationId(Guid Valeur) : IIdentifiant<ConvocationId>
{
    public static ConvocationId Nouveau() => new(Guid.CreateVersion7());

    public static ConvocationId De(Guid valeur) => new(valeur);
}
