using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>Un dossier au tableau des adhésions.</summary>
public sealed record LigneDeDossier(
    DossierDAdhesionId Id,
    string Membre,
    CategorieDeCollectivite Categorie,
    OrigineDAdhesion Origine,
    EtatDAdhesion Etat,
    DateOnly OuvertLe,
    DateOnly? AttenduLe,
    DateOnly? EffetLe,
    int PiecesValidees,
    int Pieces,
    int Prestations,
    bool EnRetard
);

/// <summary>Le tableau des adhésions : combien par état, combien en retard.</summary>
public sealed record TableauDesAdhesions(IReadOnlyDictionary<EtatDAdhesion, int> ParEtat, int EnRetard);

/// <summary>Les dossiers d'adhésion d'un groupement, page par page, et leur compte par état.</summary>
public sealed class LireDossiers(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public const string EnRetard = "retard";

    public async Task<TableauDesAdhesions> CompterAsync(
        Acteur acteur,
        GroupementId groupement,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var jour = horloge.Aujourdhui;
        var dossiers = contexte.DossiersDAdhesion.DuPerimetre(acteur).Where(d => d.Groupement == groupement);
        return new TableauDesAdhesions(
            await dossiers
                .GroupBy(d => d.Etat)
                .Select(g => new { Etat = g.Key, Nombre = g.Count() })
                .ToDictionaryAsync(g => g.Etat, g => g.Nombre, annulation),
            await dossiers.CountAsync(
                d => (d.Etat == EtatDAdhesion.Invitee || d.Etat == EtatDAdhesion.EnCours) && d.AttenduLe < jour,
                annulation
            )
        );
    }

    public async Task<PageDe<LigneDeDossier>> ExecuterAsync(
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
        var lues = await (
            (demande.Tri, demande.Decroissant) switch
            {
                ("attendu", false) => filtres.OrderBy(d => d.Dossier.AttenduLe).ThenBy(d => d.Membre.CleDeTri),
                ("attendu", true) => filtres.OrderByDescending(d => d.Dossier.AttenduLe).ThenBy(d => d.Membre.CleDeTri),
                ("ouvert", false) => filtres.OrderBy(d => d.Dossier.OuvertLe).ThenBy(d => d.Membre.CleDeTri),
                ("ouvert", true) => filtres.OrderByDescending(d => d.Dossier.OuvertLe).ThenBy(d => d.Membre.CleDeTri),
                ("nom", true) => filtres.OrderByDescending(d => d.Membre.CleDeTri).ThenBy(d => d.Dossier.Id),
                _ => filtres.OrderBy(d => d.Membre.CleDeTri).ThenBy(d => d.Dossier.Id),
            }
        )
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(d => new LigneDeDossier(
                d.Dossier.Id,
                d.Membre.Nom,
                d.Membre.Categorie,
                d.Dossier.Origine,
                d.Dossier.Etat,
                d.Dossier.OuvertLe,
                d.Dossier.AttenduLe,
                d.Dossier.EffetLe,
                d.Dossier.Pieces.Count(p => p.Etat == EtatDePiece.Validee),
                d.Dossier.Pieces.Count(p => p.Etat != EtatDePiece.SansObjet),
                d.Dossier.Choix.Count(c => c.ChoisieLe <= jour),
                (d.Dossier.Etat == EtatDAdhesion.Invitee || d.Dossier.Etat == EtatDAdhesion.EnCours) && d.Dossier.AttenduLe < jour
            ))
            .ToListAsync(annulation);
        return new PageDe<LigneDeDossier>(lues, total);
    }

    /// <summary>Tous les dossiers qui répondent à la demande, pour agir sur tous les résultats.</summary>
    public async Task<IReadOnlyList<DossierDAdhesionId>> TousAsync(
        Acteur acteur,
        GroupementId groupement,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await Filtrer(contexte, acteur, groupement, demande, horloge.Aujourdhui)
            .Select(d => d.Dossier.Id)
            .ToListAsync(annulation);
    }

    private static IQueryable<DossierLu> Filtrer(
        MarchesDbContext contexte,
        Acteur acteur,
        GroupementId groupement,
        Demande demande,
        DateOnly jour
    )
    {
        var dossiers = contexte.DossiersDAdhesion.AsNoTracking().DuPerimetre(acteur).Where(d => d.Groupement == groupement);
        if (demande.Filtre("etat") == EnRetard)
        {
            dossiers = dossiers.Where(d =>
                (d.Etat == EtatDAdhesion.Invitee || d.Etat == EtatDAdhesion.EnCours) && d.AttenduLe < jour
            );
        }
        else if (Enum.TryParse<EtatDAdhesion>(demande.Filtre("etat"), out var etat))
        {
            dossiers = dossiers.Where(d => d.Etat == etat);
        }

        var lus =
            from d in dossiers
            join c in contexte.Collectivites on d.Collectivite equals c.Id
            select new DossierLu { Dossier = d, Membre = c };
        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            lus = lus.Where(d => d.Membre.CleDeRecherche.Contains(mot));
        }

        return lus;
    }

    private sealed class DossierLu
    {
        public DossierDAdhesion Dossier { get; init; } = null!;

        public Collectivite Membre { get; init; } = null!;
    }
}

/// <summary>La fiche d'un dossier d'adhésion, et ce qui lui manque.</summary>
/// <param name="Dossier">Le dossier.</param>
/// <param name="Membre">Le nom de la collectivité.</param>
/// <param name="Groupement">Le nom du groupement.</param>
/// <param name="Regles">Les règles de la convention.</param>
/// <param name="Prestations">La carte.</param>
/// <param name="Effet">Le jour d'effet jugé : celui de l'adhésion, sinon le plus tôt permis.</param>
/// <param name="Possible">Le premier jour permis, et ce qui le repousse.</param>
/// <param name="PeutSigner">Ce qui manque à l'avenant pour que ses actes se datent.</param>
/// <param name="PeutPrendreEffet">Ce qui manque à ce jour.</param>
/// <param name="PeutChoisir">Si le choix peut changer aujourd'hui.</param>
/// <param name="Avenants">Les avenants d'adhésion de cette collectivité.</param>
/// <param name="NomsDesFichiers">Le nom de chaque fichier déposé.</param>
public sealed record FicheDeDossier(
    DossierDAdhesion Dossier,
    string Membre,
    string Groupement,
    ReglesDeConvention Regles,
    IReadOnlyList<(PrestationId Id, string Code, string Libelle)> Prestations,
    DateOnly Effet,
    EffetPossible Possible,
    Verdict PeutSigner,
    Verdict PeutPrendreEffet,
    Verdict PeutChoisir,
    IReadOnlyList<(AvenantDeConventionId Id, int Numero, EtatDAvenant Etat)> Avenants,
    IReadOnlyDictionary<Guid, string> NomsDesFichiers
)
{
    /// <summary>Le premier jour permis ; nul tant qu'on ne peut pas le connaître.</summary>
    public DateOnly? EffetAuPlusTot => Possible.Le;

    /// <summary>Pourquoi chaque pièce sans objet l'est, là où un motif a été donné.</summary>
    public IReadOnlyDictionary<NatureDePiece, string> MotifsSansObjet { get; init; } = new Dictionary<NatureDePiece, string>();
}

/// <summary>Lit un dossier d'adhésion : un agent ceux de ses groupements, un membre les siens.</summary>
public sealed class LireDossier(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<FicheDeDossier?> ExecuterAsync(
        Acteur acteur,
        DossierDAdhesionId id,
        DateOnly? effetVoulu = null,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(acteur.Perimetre.EstCdg ? Droits.ConsulterCdg : Droits.Espace);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var dossier = await contexte
            .DossiersDAdhesion.AsNoTracking()
            .DuPerimetre(acteur)
            .SingleOrDefaultAsync(d => d.Id == id, annulation);
        if (dossier is null)
        {
            return null;
        }

        var jour = horloge.Aujourdhui;
        var groupement = await contexte.Groupements.AsNoTracking().SingleAsync(g => g.Id == dossier.Groupement, annulation);
        var faits = await contexte.FaitsAsync(dossier, groupement, jour, annulation);
        var possible = dossier.EffetAuPlusTot(jour, faits);
        var effet = dossier.EffetLe ?? effetVoulu ?? possible.Le ?? jour;
        var aLEffet = effet == jour ? faits : await contexte.FaitsAsync(dossier, groupement, effet, annulation);
        var fichiers = dossier.Pieces.Select(p => p.Fichier).OfType<Guid>().ToList();
        return new FicheDeDossier(
            dossier,
            faits.Membre,
            AppellationDuGroupement.AvecMillesime(groupement.Nom, groupement.Millesime),
            groupement.Regles,
            [.. groupement.Prestations.Where(p => !p.EstRetiree).OrderBy(p => p.Ordre).Select(p => (p.Id, p.Code, p.Libelle))],
            effet,
            possible,
            DossierDAdhesion.PeutSigner(await contexte.TexteDeLAdhesionAsync(dossier, annulation)),
            dossier.PeutPrendreEffet(effet, aLEffet),
            dossier.PeutChoisir(Math.Max(1, dossier.Choix.Count), faits.Fenetre, jour),
            [
                .. (
                    await contexte
                        .AvenantsDeConvention.Where(a =>
                            a.Groupement == dossier.Groupement
                            && a.Genre == GenreDAvenant.Adhesion
                            && a.Collectivite == dossier.Collectivite
                        )
                        .OrderBy(a => a.Numero)
                        .Select(a => new
                        {
                            a.Id,
                            a.Numero,
                            a.Etat,
                        })
                        .ToListAsync(annulation)
                ).Select(a => (a.Id, a.Numero, a.Etat)),
            ],
            await contexte
                .Pieces.Where(p => fichiers.Contains(p.Id))
                .Select(p => new { p.Id, p.Nom })
                .ToDictionaryAsync(p => p.Id, p => p.Nom, annulation)
        )
        {
            MotifsSansObjet = await MotifsSansObjetAsync(contexte, dossier, annulation),
        };
    }

    /// <summary>Le dernier motif donné pour chaque pièce encore sans objet ; l'histoire le garde.</summary>
    private static async Task<Dictionary<NatureDePiece, string>> MotifsSansObjetAsync(
        MarchesDbContext contexte,
        DossierDAdhesion dossier,
        CancellationToken annulation
    )
    {
        var natures = dossier.Pieces.Where(p => p.Etat is EtatDePiece.SansObjet).Select(p => p.Nature).ToList();
        if (natures.Count == 0)
        {
            return [];
        }

        var dites = (
            await contexte
                .Journal.AsNoTracking()
                .Where(l => l.ObjetType == nameof(DossierDAdhesion) && l.ObjetId == dossier.Id.Valeur)
                .Where(l => l.Evenement == nameof(PieceSansObjet))
                .OrderBy(l => l.Id)
                .Select(l => new { l.Libelle, l.Motif })
                .ToListAsync(annulation)
        ).ToLookup(l => l.Libelle, l => l.Motif);
        return natures
            .Select(n => (Nature: n, Motif: dites[PieceSansObjet.Phrase(n)].LastOrDefault()))
            .Where(n => n.Motif is not null)
            .ToDictionary(n => n.Nature, n => n.Motif!);
    }
}
