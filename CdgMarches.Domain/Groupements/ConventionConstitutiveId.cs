using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Identifiant d'une <see cref="ConventionConstitutive"/>.</summary>
public readonly record struct ConventionConstitutiveId(Guid Valeur) : IIdentifiant<ConventionConstitutiveId>
{
    public static ConventionConstitutiveId Nouveau() => new(Guid.CreateVersion7());

    public static ConventionConstitutiveId De(Guid valeur) => new(valeur);
}
