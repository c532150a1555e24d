using CdgMarches.Domain.Collectivites;

namespace CdgMarches.App.Contributions.Recouvrement;

/// <summary>L'adresse d'un débiteur le jour où on lui écrit, qui n'est plus toujours celle de l'appel.</summary>
/// <param name="Nom">Son nom.</param>
/// <param name="Adresse">Son adresse de courrier.</param>
public sealed record DebiteurJoignable(string Nom, Adresse Adresse)
{
    public bool ParCourrier => Adresse.Ville is not null;
}
