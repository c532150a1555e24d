using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Tests.Outils;

/// <summary>Des acteurs tout faits, un par situation de droit.</summary>
public static class Agents
{
    public static Acteur Gestionnaire { get; } = DuCdg(1, "Camille Gestionnaire", RoleCdg.Gestionnaire);

    public static Acteur Finances { get; } = DuCdg(2, "Dominique Finances", RoleCdg.Finances);

    public static Acteur Lecture { get; } = DuCdg(3, "Claude Lecture", RoleCdg.Lecture);

    public static Acteur Administrateur { get; } = DuCdg(4, "Alix Administration", RoleCdg.Administrateur);

    public static Acteur Membre(CollectiviteId collectivite, RoleDeMembre role = RoleDeMembre.Referent) =>
        new(
            Identifiant(10),
            "Sacha Membre",
            Droits.DuMembre(role, administrateurDeSaCollectivite: false).ToHashSet(),
            Perimetre.DeMembre(new Dictionary<CollectiviteId, RoleDeMembre> { [collectivite] = role })
        );

    private static Acteur DuCdg(int numero, string nom, RoleCdg role) =>
        new(Identifiant(numero), nom, Droits.DuRole(role).ToHashSet(), Perimetre.DuCdg());

    private static Guid Identifiant(int numero) => new($"0195f000-0000-7000-8000-{numero:D12}");
}
