using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Grilles;

/// <summary>Un acte déjà engagé que la nouvelle grille concerne.</summary>
public sealed record ActeConcerne(
    SourceDeDette Source,
    Guid SourceId,
    CollectiviteId Collectivite,
    string Nom,
    string Reference,
    DateOnly Debut,
    VoieDApplication? Voie,
    DateOnly? Effet
);

/// <summary>Les actes qu'une nouvelle version concerne, et la date notée pour chacun (RG6.01).</summary>
/// <remarks>Sans date notée, la grille sous laquelle l'acte a été signé continue de valoir pour lui.</remarks>
public sealed class AppliquerGrille(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<PageDe<ActeConcerne>> LireAsync(
        Acteur acteur,
        GrilleId id,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var concernes = Filtrer(Concernes(contexte, await GrilleAsync(contexte, acteur, id, annulation)), demande);
        return new PageDe<ActeConcerne>(
            [
                .. (await concernes.Trier().Skip(demande.Ignorer).Take(demande.Prendre).ToListAsync(annulation)).Select(a =>
                    a.EnClair()
                ),
            ],
            await concernes.CountAsync(annulation)
        );
    }

    /// <summary>Note la date à laquelle la version s'applique à des actes.</summary>
    /// <returns>Le nombre d'actes notés.</returns>
    public async Task<int> NoterAsync(
        Acteur acteur,
        GrilleId id,
        IReadOnlySet<Guid>? actes,
        VoieDApplication voie,
        DateOnly effet,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.PreparerContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var grille = await contexte.GrilleAsync(acteur, id, annulation);
        if (grille.Etat is not EtatDeGrille.Adoptee || grille.Debut is not { } premier)
        {
            throw new RefusException("La grille doit être adoptée avant de s'appliquer. Rien n'a été noté.");
        }

        if (effet < premier)
        {
            throw new RefusException(
                $"La grille ne s'applique pas avant son premier jour, le {Formats.DateLongue(premier)}. Rien n'a été noté."
            );
        }

        var tous = (await Concernes(contexte, grille).ToListAsync(annulation)).ConvertAll(a => a.EnClair());
        var concernes = tous.FindAll(a => actes is null ? a.Effet is null : actes.Contains(a.SourceId));
        var connues = await contexte
            .ApplicationsDeGrille.Where(a => a.Grille == id)
            .ToDictionaryAsync(a => a.SourceId, annulation);
        foreach (var acte in concernes)
        {
            if (connues.GetValueOrDefault(acte.SourceId) is { } ancienne)
            {
                ancienne.Redater(voie, effet, horloge.Maintenant, acteur.Nom);
                continue;
            }

            contexte.Add(
                new ApplicationDeGrille(
                    id,
                    new Redevable(acte.Source, acte.SourceId, acte.Collectivite, new Periode(acte.Debut)),
                    voie,
                    effet,
                    horloge.Maintenant,
                    acteur.Nom
                )
            );
        }

        contexte.Journaliser(
            LigneDeJournal.De(
                nameof(Grille),
                id.Valeur,
                new GrilleAppliquee(concernes.Count, voie, effet),
                acteur,
                horloge.Maintenant
            )
        );
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return concernes.Count;
    }

    /// <summary>Les actes à qui la nouvelle annexe est à proposer par cette voie, avec l'adresse où l'envoyer.</summary>
    internal static async Task<List<(ActeConcerne Acte, Adresse Adresse)>> AProposerAsync(
        MarchesDbContext contexte,
        Grille grille,
        VoieDApplication voie,
        CancellationToken annulation
    ) =>
        grille.Etat is EtatDeGrille.Adoptee
            ? (
                await Concernes(contexte, grille).Where(a => a.Voie == null || a.Voie == voie).Trier().ToListAsync(annulation)
            ).ConvertAll(a => (a.EnClair(), a.Postale.EstVide ? a.Siege : a.Postale))
            : [];

    private static async Task<Grille> GrilleAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        GrilleId id,
        CancellationToken annulation
    ) =>
        await contexte.Grilles.AsNoTracking().DuPerimetre(acteur).SingleOrDefaultAsync(g => g.Id == id, annulation)
        ?? throw new DroitManquantException(Droits.ConsulterCdg);

    private static IQueryable<ActeLu> Filtrer(IQueryable<ActeLu> actes, Demande demande)
    {
        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            actes = actes.Where(a => a.CleDeRecherche.Contains(mot));
        }

        return demande.Filtre("etat") switch
        {
            "a-noter" => actes.Where(a => a.Effet == null),
            "notes" => actes.Where(a => a.Effet != null),
            _ => actes,
        };
    }

    /// <summary>Ceux qui étaient engagés avant le premier jour de la version, et le sont encore ce jour-là.</summary>
    private static IQueryable<ActeLu> Concernes(MarchesDbContext contexte, Grille grille)
    {
        var (debut, id) = (grille.Debut ?? DateOnly.MaxValue, grille.Id);
        if (grille.Portee is PorteeDeGrille.ConventionDAcces)
        {
            return from v in contexte.ConventionsDAcces
                where v.PremierJour < debut && (v.DernierJour == null || v.DernierJour >= debut)
                join c in contexte.Collectivites on v.Collectivite equals c.Id
                select new ActeLu
                {
                    IdDeConvention = v.Id,
                    Collectivite = c.Id,
                    Nom = c.Nom,
                    CleDeTri = c.CleDeTri,
                    CleDeRecherche = c.CleDeRecherche,
                    Convention = v.Reference,
                    Debut = v.PremierJour!.Value,
                    Siege = c.Siege,
                    Postale = c.Postale,
                    Voie = contexte
                        .ApplicationsDeGrille.Where(x => x.Grille == id && x.SourceId == (Guid)(object)v.Id)
                        .Select(x => (VoieDApplication?)x.Voie)
                        .FirstOrDefault(),
                    Effet = contexte
                        .ApplicationsDeGrille.Where(x => x.Grille == id && x.SourceId == (Guid)(object)v.Id)
                        .Select(x => (DateOnly?)x.Effet)
                        .FirstOrDefault(),
                };
        }

        var groupement = grille.Groupement!.Value;
        return from v in contexte.Adhesions
            where v.Groupement == groupement && v.Entree < debut && (v.Sortie == null || v.Sortie >= debut)
            join c in contexte.Collectivites on v.Collectivite equals c.Id
            join g in contexte.Groupements on v.Groupement equals g.Id
            select new ActeLu
            {
                IdDAdhesion = v.Id,
                Collectivite = c.Id,
                Nom = c.Nom,
                CleDeTri = c.CleDeTri,
                CleDeRecherche = c.CleDeRecherche,
                Groupement = g.Reference,
                Debut = v.Entree,
                Siege = c.Siege,
                Postale = c.Postale,
                Voie = contexte
                    .ApplicationsDeGrille.Where(x => x.Grille == id && x.SourceId == (Guid)(object)v.Id)
                    .Select(x => (VoieDApplication?)x.Voie)
                    .FirstOrDefault(),
                Effet = contexte
                    .ApplicationsDeGrille.Where(x => x.Grille == id && x.SourceId == (Guid)(object)v.Id)
                    .Select(x => (DateOnly?)x.Effet)
                    .FirstOrDefault(),
            };
    }
}

/// <summary>Un acte concerné tel que la base le rend.</summary>
internal sealed record ActeLu
{
    public ConventionDAccesId? IdDeConvention { get; init; }

    public AdhesionId? IdDAdhesion { get; init; }

    public CollectiviteId Collectivite { get; init; }

    public string Nom { get; init; } = "";

    public string CleDeTri { get; init; } = "";

    public string CleDeRecherche { get; init; } = "";

    public ReferenceDeConvention? Convention { get; init; }

    public ReferenceDeGroupement? Groupement { get; init; }

    public DateOnly Debut { get; init; }

    public Adresse Siege { get; init; } = Adresse.Vide;

    public Adresse Postale { get; init; } = Adresse.Vide;

    public VoieDApplication? Voie { get; init; }

    public DateOnly? Effet { get; init; }

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

internal static class TriDesActes
{
    public static IQueryable<ActeLu> Trier(this IQueryable<ActeLu> actes) =>
        actes.OrderBy(a => a.CleDeTri).ThenBy(a => a.Collectivite).ThenBy(a => a.Debut);
}
