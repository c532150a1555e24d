using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <summary>Identifiant d'une <c>CampagneDAppel</c>.</summary>
public readonly record struct CampagneDAppelId(Guid Valeur) : IIdentifiant<CampagneDAppelId>
{
    public static CampagneDAppelId Nouveau() => new(Guid.CreateVersion7());

    public static CampagneDAppelId De(Guid valeur) => new(valeur);
}
