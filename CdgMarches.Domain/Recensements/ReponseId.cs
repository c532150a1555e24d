using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements;

/// <summary>Identifiant d'une <c>Reponse</c>.</summary>
public readonly record struct ReponseId(Guid Valeur) : IIdentifiant<ReponseId>
{
    public static ReponseId Nouveau() => new(Guid.CreateVersion7());

    public static ReponseId De(Guid valeur) => new(valeur);
}
