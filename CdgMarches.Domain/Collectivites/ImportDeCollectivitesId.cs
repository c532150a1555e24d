using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Collectivites;

/// <summary>Identifiant d'un <see cref="ImportDeCollectivites"/>.</summary>
public readonly record struct ImportDeCollectivitesId(Guid Valeur) : IIdentifiant<ImportDeCollectivitesId>
{
    public static ImportDeCollectivitesId Nouveau() => new(Guid.CreateVersion7());

    public static ImportDeCollectivitesId De(Guid valeur) => new(valeur);
}
