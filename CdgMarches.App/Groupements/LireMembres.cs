using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Groupements;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements;

/// <summary>Un membre dans la matrice : ses dates, et les prestations qu'il a choisies ce jour.</summary>
public sealed record LigneDeMembre(
    AdhesionId Id,
    CollectiviteId Collectivite,
    string Nom,
    CategorieDeCollectivite Categorie,
    DateOnly Entree,
    DateOnly? Sortie,
    bool EstCoordonnateur,
    IReadOnlySet<PrestationId> Choix
);

/// <summary>Les membres d'un groupement, page par page, et ce qu'ils ont choisi.</summary>
public sealed class LireMembres(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <summary>Les valeurs du filtre « membres ».</summary>
    public const string Anciens = "anciens";
    public const string AVenir = "a-venir";
    public const string Tous = "tous";

    public async Task<PageDe<LigneDeMembre>> ExecuterAsync(
        Acteur acteur,
        GroupementId groupement,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var jour = horloge.Aujourdhui;
        var filtres = Filtrer(contexte, acteur, groupement, demande, jour);
        var total = await filtres.CountAsync(annulation);
        var coordonnateur = await contexte
            .Groupements.Where(g => g.Id == groupement)
            .Select(g => g.Coordonnateur)
            .SingleOrDefaultAsync(annulation);
        var lues = await Trier(filtres, demande)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(m => new
            {
                m.Adhesion.Id,
                m.Adhesion.Collectivite,
                m.Membre.Nom,
                m.Membre.Categorie,
                m.Adhesion.Entree,
                m.Adhesion.Sortie,
                Choix = m
                    .Adhesion.Choix.Where(c => c.Du <= jour && (c.Au == null || c.Au >= jour))
                    .Select(c => c.Prestation)
                    .ToList(),
            })
            .AsSplitQuery()
            .ToListAsync(annulation);
        return new PageDe<LigneDeMembre>(
            [
                .. lues.Select(m => new LigneDeMembre(
                    m.Id,
                    m.Collectivite,
                    m.Nom,
                    m.Categorie,
                    m.Entree,
                    m.Sortie,
                    m.Collectivite == coordonnateur,
                    m.Choix.ToHashSet()
                )),
            ],
            total
        );
    }

    /// <summary>Les adhésions qui répondent à une demande, pour agir sur tous les résultats et non sur la seule page.</summary>
    public async Task<IReadOnlyList<AdhesionId>> TousAsync(
        Acteur acteur,
        GroupementId groupement,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await Filtrer(contexte, acteur, groupement, demande, horloge.Aujourdhui)
            .Select(m => m.Adhesion.Id)
            .ToListAsync(annulation);
    }

    private static IQueryable<MembreLu> Filtrer(
        MarchesDbContext contexte,
        Acteur acteur,
        GroupementId groupement,
        Demande demande,
        DateOnly jour
    )
    {
        var adhesions = contexte.Adhesions.AsNoTracking().DuPerimetre(acteur).Where(a => a.Groupement == groupement);
        adhesions = demande.Filtre("membres") switch
        {
            Anciens => adhesions.Where(a => a.Sortie < jour),
            AVenir => adhesions.Where(a => a.Entree > jour),
            Tous => adhesions,
            _ => adhesions.EnVigueur(
                DateOnly.TryParseExact(
                    demande.Filtre("le"),
                    "O",
                    System.Globalization.CultureInfo.InvariantCulture,
                    System.Globalization.DateTimeStyles.None,
                    out var le
                )
                    ? le
                    : jour
            ),
        };
        if (Guid.TryParse(demande.Filtre("prestation"), out var cle))
        {
            var prestation = new PrestationId(cle);
            adhesions = adhesions.Where(a =>
                a.Choix.Any(c => c.Prestation == prestation && c.Du <= jour && (c.Au == null || c.Au >= jour))
            );
        }

        var membres =
            from a in adhesions
            join c in contexte.Collectivites on a.Collectivite equals c.Id
            select new MembreLu { Adhesion = a, Membre = c };
        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            membres = membres.Where(m => m.Membre.CleDeRecherche.Contains(mot));
        }

        return membres;
    }

    private static IOrderedQueryable<MembreLu> Trier(IQueryable<MembreLu> membres, Demande demande) =>
        (demande.Tri, demande.Decroissant) switch
        {
            ("entree", false) => membres
                .OrderBy(m => m.Adhesion.Entree)
                .ThenBy(m => m.Membre.CleDeTri)
                .ThenBy(m => m.Adhesion.Id),
            ("entree", true) => membres
                .OrderByDescending(m => m.Adhesion.Entree)
                .ThenBy(m => m.Membre.CleDeTri)
                .ThenBy(m => m.Adhesion.Id),
            ("nom", true) => membres.OrderByDescending(m => m.Membre.CleDeTri).ThenBy(m => m.Adhesion.Id),
            _ => membres.OrderBy(m => m.Membre.CleDeTri).ThenBy(m => m.Adhesion.Id),
        };

    private sealed class MembreLu
    {
        public Adhesion Adhesion { get; init; } = null!;

        public Collectivite Membre { get; init; } = null!;
    }
}
