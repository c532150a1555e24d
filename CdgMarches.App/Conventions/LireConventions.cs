using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Noyau.Calendrier;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Conventions;

/// <summary>Une convention d'accès dans la liste.</summary>
public sealed record LigneDeConvention(
    ConventionDAccesId Id,
    ReferenceDeConvention Reference,
    CollectiviteId Collectivite,
    string Nom,
    EtatDeConvention Etat,
    DateOnly? PremierJour,
    DateOnly? TermeInitial,
    DateOnly? DernierJour,
    string? Responsable,
    string ActesManquants
);

/// <summary>Les conventions d'accès du périmètre, page par page.</summary>
public sealed class LireConventions(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <summary>Les suites à donner, telles que le filtre « suite » les nomme.</summary>
    public const string ARestituer = "a-restituer";

    public const string ComptesAFermer = "comptes-a-fermer";

    public const string LitigesOuverts = "litiges-ouverts";

    public const string PiecesARelire = "pieces-a-relire";

    public async Task<PageDe<LigneDeConvention>> ExecuterAsync(
        Acteur acteur,
        Demande demande,
        CollectiviteId? collectivite = null,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var jour = horloge.Aujourdhui;
        var lues =
            from c in contexte.ConventionsDAcces.AsNoTracking().DuPerimetre(acteur)
            join m in contexte.Collectivites on c.Collectivite equals m.Id
            select new Jointe { Convention = c, Membre = m };
        lues = DonnerSuite(contexte, Filtrer(lues, demande, collectivite, jour), demande.Filtre("suite"), jour);
        var total = await lues.CountAsync(annulation);
        var page = await Trier(lues, demande)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(l => new
            {
                l.Convention.Id,
                l.Convention.Reference,
                l.Convention.Collectivite,
                l.Membre.Nom,
                l.Convention.AbandonneeLe,
                l.Convention.PremierJour,
                l.Convention.DernierJour,
                l.Convention.Actes,
                l.Convention.Regles.DureeInitialeEnAnnees,
                Denoncee = l.Convention.Denonciations.Any(d => d.RetireeLe == null),
                Responsable = contexte.Users.Where(u => u.Id == l.Convention.Responsable).Select(u => u.Nom).FirstOrDefault(),
            })
            .ToListAsync(annulation);
        return new PageDe<LigneDeConvention>(
            [
                .. page.Select(c => new LigneDeConvention(
                    c.Id,
                    c.Reference,
                    c.Collectivite,
                    c.Nom,
                    EtatAu(c.AbandonneeLe, c.PremierJour, c.DernierJour, c.Denoncee, jour),
                    c.PremierJour,
                    c.PremierJour is { } premier ? Delais.DernierJour(premier, c.DureeInitialeEnAnnees) : null,
                    c.DernierJour,
                    c.Responsable,
                    c.AbandonneeLe is null ? string.Join(", ", c.Actes.Manquants) : ""
                )),
            ],
            total
        );
    }

    /// <summary>Le même état que <see cref="ConventionDAcces.EtatAu"/>, lu de ce que la base en garde.</summary>
    private static EtatDeConvention EtatAu(
        DateOnly? abandonneeLe,
        DateOnly? premierJour,
        DateOnly? dernierJour,
        bool denoncee,
        DateOnly jour
    ) =>
        abandonneeLe is not null ? EtatDeConvention.Abandonnee
        : premierJour is not { } premier ? EtatDeConvention.EnPreparation
        : jour < premier ? EtatDeConvention.Signee
        : dernierJour < jour ? EtatDeConvention.Terminee
        : denoncee ? EtatDeConvention.Denoncee
        : EtatDeConvention.EnVigueur;

    private static IQueryable<Jointe> Filtrer(
        IQueryable<Jointe> lues,
        Demande demande,
        CollectiviteId? collectivite,
        DateOnly jour
    )
    {
        if (collectivite is { } une)
        {
            lues = lues.Where(l => l.Convention.Collectivite == une);
        }

        if (ReferenceDeConvention.TryParse(demande.Recherche, out var reference))
        {
            lues = lues.Where(l => l.Convention.Reference == reference);
        }
        else
        {
            foreach (var mot in CleDeTri.Mots(demande.Recherche))
            {
                lues = lues.Where(l => l.Membre.CleDeRecherche.Contains(mot));
            }
        }

        if (!Enum.TryParse<EtatDeConvention>(demande.Filtre("etat"), out var etat))
        {
            return lues;
        }

        return etat switch
        {
            EtatDeConvention.Abandonnee => lues.Where(l => l.Convention.AbandonneeLe != null),
            EtatDeConvention.EnPreparation => lues.Where(l =>
                l.Convention.AbandonneeLe == null && l.Convention.PremierJour == null
            ),
            EtatDeConvention.Signee => lues.Where(l => l.Convention.PremierJour > jour),
            EtatDeConvention.Terminee => lues.Where(l => l.Convention.PremierJour <= jour && l.Convention.DernierJour < jour),
            EtatDeConvention.Denoncee => EnCours(lues, jour).Where(l => l.Convention.Denonciations.Any(d => d.RetireeLe == null)),
            EtatDeConvention.EnVigueur => EnCours(lues, jour)
                .Where(l => !l.Convention.Denonciations.Any(d => d.RetireeLe == null)),
        };
    }

    /// <summary>Celles qui attendent une restitution, la fermeture de comptes, l'issue d'un litige ou la relecture d'une pièce.</summary>
    private static IQueryable<Jointe> DonnerSuite(
        MarchesDbContext contexte,
        IQueryable<Jointe> lues,
        string? suite,
        DateOnly jour
    ) =>
        suite switch
        {
            ARestituer => lues.Where(l =>
                l.Convention.Restitution != null
                && l.Convention.Restitution.RecueLe == null
                && (l.Convention.DernierJour != null || l.Convention.Denonciations.Any(d => d.RetireeLe == null))
            ),
            ComptesAFermer => lues.Where(l =>
                l.Convention.DernierJour < jour
                && contexte.ComptesDePlateforme.Any(c => c.Convention == l.Convention.Id && c.FermeLe == null)
            ),
            LitigesOuverts => lues.Where(l =>
                contexte.LitigesDAcces.Any(x => x.Convention == l.Convention.Id && x.ClosLe == null)
            ),
            PiecesARelire => lues.Where(l =>
                l.Convention.AbandonneeLe == null && l.Convention.Pieces.Any(p => p.Etat == EtatDePiece.Recue)
            ),
            _ => lues,
        };

    private static IQueryable<Jointe> EnCours(IQueryable<Jointe> lues, DateOnly jour) =>
        lues.Where(l =>
            l.Convention.PremierJour <= jour && (l.Convention.DernierJour == null || l.Convention.DernierJour >= jour)
        );

    private static IOrderedQueryable<Jointe> Trier(IQueryable<Jointe> lues, Demande demande) =>
        (demande.Tri, demande.Decroissant) switch
        {
            ("nom", true) => lues.OrderByDescending(l => l.Membre.CleDeTri).ThenBy(l => l.Convention.Id),
            ("reference", false) => lues.OrderBy(l => l.Convention.Reference),
            ("reference", true) => lues.OrderByDescending(l => l.Convention.Reference),
            ("effet", false) => lues.OrderBy(l => l.Convention.PremierJour).ThenBy(l => l.Convention.Id),
            ("effet", true) => lues.OrderByDescending(l => l.Convention.PremierJour).ThenBy(l => l.Convention.Id),
            ("fin", false) => lues.OrderBy(l => l.Convention.DernierJour).ThenBy(l => l.Convention.Id),
            ("fin", true) => lues.OrderByDescending(l => l.Convention.DernierJour).ThenBy(l => l.Convention.Id),
            _ => lues.OrderBy(l => l.Membre.CleDeTri).ThenBy(l => l.Convention.Id),
        };

    private sealed class Jointe
    {
        public required ConventionDAcces Convention { get; init; }

        public required Collectivite Membre { get; init; }
    }
}
