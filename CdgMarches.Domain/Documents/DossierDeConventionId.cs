using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Documents;

/// <summary>Identifiant d'un <c>DossierDeConvention</c>.</summary>
public readonly record struct DossierDeConventionId(Guid Valeur) : IIdentifiant<DossierDeConventionId>
{
    public static DossierDeConventionId Nouveau() => new(Guid.CreateVersion7());

    public static DossierDeConventionId De(Guid valeur) => new(valeur);
}
