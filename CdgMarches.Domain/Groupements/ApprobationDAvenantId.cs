using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Identifiant d'une <see cref="ApprobationDAvenant"/>.</summary>
public readonly record struct ApprobationDAvenantId(Guid Valeur) : IIdentifiant<ApprobationDAvenantId>
{
    public static ApprobationDAvenantId Nouveau() => new(Guid.CreateVersion7());

    public static ApprobationDAvenantId De(Guid valeur) => new(valeur);
}
