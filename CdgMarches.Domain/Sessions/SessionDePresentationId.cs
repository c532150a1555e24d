using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Sessions;

/// <summary>Identifiant d'un <c>SessionDePresentation</c>.</summary>
public readonly record struct SessionDePresentationId(Guid Valeur) : IIdentifiant<SessionDePresentationId>
{
    public static SessionDePresentationId Nouveau() => new(Guid.CreateVersion7());

    public static SessionDePresentationId De(Guid valeur) => new(valeur);
}
