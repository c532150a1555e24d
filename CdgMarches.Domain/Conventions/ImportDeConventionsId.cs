using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <summary>Identifiant d'un <c>ImportDeConventions</c>.</summary>
public readonly record struct ImportDeConventionsId(Guid Valeur) : IIdentifiant<ImportDeConventionsId>
{
    public static ImportDeConventionsId Nouveau() => new(Guid.CreateVersion7());

    public static ImportDeConventionsId De(Guid valeur) => new(valeur);
}
