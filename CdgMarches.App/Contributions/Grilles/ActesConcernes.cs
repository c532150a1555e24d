using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Groupements;

namespace CdgMarches.App.Contributions.Grilles;

/// <summary>Les actes qu'une version de grille concerne, tels que la base les rend.</summary>
internal static class ActesConcernes
{
    /// <summary>Ceux qui étaient engagés avant le premier jour de la version, et le sont encore ce jour-là.</summary>
    public static IQueryable<ActeLu> ConcernesPar(this MarchesDbContext contexte, Grille grille) =>
        Engages(contexte, grille)
            .Join(
                contexte.Collectivites,
                a => a.Collectivite,
                c => c.Id,
                (a, c) =>
                    new ActeLu
                    {
                        IdDeConvention = a.IdDeConvention,
                        IdDAdhesion = a.IdDAdhesion,
                        Convention = a.Convention,
                        Groupement = a.Groupement,
                        Debut = a.Debut,
                        Voie = a.Voie,
                        Effet = a.Effet,
                        Collectivite = c.Id,
                        Nom = c.Nom,
                        CleDeTri = c.CleDeTri,
                        CleDeRecherche = c.CleDeRecherche,
                        Siege = c.Siege,
                        Postale = c.Postale,
                    }
            );

    public static IQueryable<ActeLu> Trier(this IQueryable<ActeLu> actes) =>
        actes.OrderBy(a => a.CleDeTri).ThenBy(a => a.Collectivite).ThenBy(a => a.Debut);

    private static IQueryable<ActeEngage> Engages(MarchesDbContext contexte, Grille grille)
    {
        var (debut, id) = (grille.Debut ?? DateOnly.MaxValue, grille.Id);
        var applications = contexte.ApplicationsDeGrille.Where(x => x.Grille == id);
        if (grille.Portee is PorteeDeGrille.ConventionDAcces)
        {
            return contexte
                .ConventionsDAcces.Where(v => v.PremierJour < debut && (v.DernierJour == null || v.DernierJour >= debut))
                .LeftJoin(
                    applications,
                    v => (Guid)(object)v.Id,
                    x => x.SourceId,
                    (v, x) =>
                        new ActeEngage
                        {
                            IdDeConvention = v.Id,
                            IdDAdhesion = null,
                            Collectivite = v.Collectivite,
                            Convention = v.Reference,
                            Groupement = null,
                            Debut = v.PremierJour!.Value,
                            Voie = (VoieDApplication?)x!.Voie,
                            Effet = (DateOnly?)x.Effet,
                        }
                );
        }

        var groupement = grille.Groupement!.Value;
        return contexte
            .Adhesions.Where(v => v.Groupement == groupement && v.Entree < debut && (v.Sortie == null || v.Sortie >= debut))
            .Join(contexte.Groupements, v => v.Groupement, g => g.Id, (adhesion, g) => new { adhesion, g.Reference })
            .LeftJoin(
                applications,
                v => (Guid)(object)v.adhesion.Id,
                x => x.SourceId,
                (v, x) =>
                    new ActeEngage
                    {
                        IdDeConvention = null,
                        IdDAdhesion = v.adhesion.Id,
                        Collectivite = v.adhesion.Collectivite,
                        Convention = null,
                        Groupement = v.Reference,
                        Debut = v.adhesion.Entree,
                        Voie = (VoieDApplication?)x!.Voie,
                        Effet = (DateOnly?)x.Effet,
                    }
            );
    }
}

/// <summary>Un acte engagé, et la date notée pour lui.</summary>
internal record ActeEngage
{
    public ConventionDAccesId? IdDeConvention { get; init; }

    public AdhesionId? IdDAdhesion { get; init; }

    public CollectiviteId Collectivite { get; init; }

    public ReferenceDeConvention? Convention { get; init; }

    public ReferenceDeGroupement? Groupement { get; init; }

    public DateOnly Debut { get; init; }

    public VoieDApplication? Voie { get; init; }

    public DateOnly? Effet { get; init; }
}

/// <summary>Un acte engagé avec sa collectivité.</summary>
internal sealed record ActeLu : ActeEngage
{
    public string Nom { get; init; } = "";

    public string CleDeTri { get; init; } = "";

    public string CleDeRecherche { get; init; } = "";

    public Adresse Siege { get; init; } = Adresse.Vide;

    public Adresse Postale { get; init; } = Adresse.Vide;

    public ActeConcerne EnClair() =>
        new(
            IdDeConvention is null ? SourceDeDette.Adhesion : SourceDeDette.Convention,
            IdDeConvention?.Valeur ?? IdDAdhesion!.Value.Valeur,
            Collectivite,
            Nom,
            Convention?.ToString() ?? Groupement?.ToString() ?? "",
            Debut,
            Voie,
            Effet
        );
}
