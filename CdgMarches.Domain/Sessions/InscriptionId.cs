using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Sessions;

/// <summary>Identifiant d'un <c>Inscription</c>.</summary>
public readonly record struct InscriptionId(Guid Valeur) : IIdentifiant<InscriptionId>
{
    public static InscriptionId Nouveau() => new(Guid.CreateVersion7());

    public static InscriptionId De(Guid valeur) => new(valeur);
}
