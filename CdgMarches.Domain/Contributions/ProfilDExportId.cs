using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <summary>Identifiant d'un <c>ProfilDExport</c>.</summary>
public readonly record struct ProfilDExportId(Guid Valeur) : IIdentifiant<ProfilDExportId>
{
    public static ProfilDExportId Nouveau() => new(Guid.CreateVersion7());

    public static ProfilDExportId De(Guid valeur) => new(valeur);
}
