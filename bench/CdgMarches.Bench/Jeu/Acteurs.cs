using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Bench.Jeu;

internal static class Acteurs
{
    public static Acteur Gestionnaire { get; } =
        new(Guid.CreateVersion7(), "Camille Gestionnaire", Droits.DuRole(RoleCdg.Gestionnaire).ToHashSet(), Perimetre.DuCdg());

    public static Acteur Referent(CollectiviteId membre) =>
        new(
            Guid.CreateVersion7(),
            "Sacha Membre",
            Droits.DuMembre(RoleDeMembre.Referent, administrateurDeSaCollectivite: false).ToHashSet(),
            Perimetre.DeMembre(new Dictionary<CollectiviteId, RoleDeMembre> { [membre] = RoleDeMembre.Referent })
        );
}
