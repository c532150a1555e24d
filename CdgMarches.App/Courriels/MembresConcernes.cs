using CdgMarches.App.Documents;
using CdgMarches.App.Groupements;
using CdgMarches.Database;
using CdgMarches.Database.Conventions;
using CdgMarches.Database.Documents;
using CdgMarches.Database.Groupements;
using CdgMarches.Database.Procedures;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Courriels;

/// <summary>Les membres qu'une transmission concerne, d'après l'objet dont elle vient.</summary>
internal static class MembresConcernes
{
    /// <summary>
    /// Ce qui est à une seule collectivité (son document, sa convention, son dossier) ne concerne qu'elle ; une procédure, un
    /// marché, une campagne, un comité concernent les leurs ; le reste, tous les membres en vigueur.
    /// </summary>
    /// <returns>Sans le coordonnateur, qui transmet.</returns>
    public static async Task<List<CollectiviteId>> MembresConcernesAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        Transmission transmission,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        var coordonnateur = await contexte
            .Groupements.Where(g => g.Id == transmission.Groupement)
            .Select(g => g.Coordonnateur)
            .SingleAsync(annulation);
        var (type, objet) = (transmission.ObjetType, transmission.ObjetId);
        var concernes = await contexte.ASeuleAsync(acteur, type, objet, annulation);
        if (concernes is null && await contexte.OrigineAsync(type, objet, annulation) is { } origine)
        {
            (type, objet) = origine;
            concernes = await contexte.ASeuleAsync(acteur, type, objet, annulation);
        }

        if (concernes is null)
        {
            concernes = await DeLObjetAsync(contexte, acteur, transmission.Groupement, type, objet, jour, annulation);
            concernes =
                concernes.Count > 0 ? concernes : await EnVigueurAsync(contexte, transmission.Groupement, jour, annulation);
        }

        return [.. concernes.Distinct().Where(c => c != coordonnateur)];
    }

    /// <summary>La collectivité à qui un objet est tout entier.</summary>
    /// <returns>Elle seule ; aucune si l'objet n'existe plus ou n'est pas du périmètre ; null si les objets de ce type sont à plusieurs.</returns>
    public static async Task<List<CollectiviteId>?> ASeuleAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        string? type,
        Guid? objet,
        CancellationToken annulation
    )
    {
        if (objet is not { } id)
        {
            return null;
        }

        if (type == nameof(DocumentProduit))
        {
            var document = await contexte
                .DocumentsProduits.DuPerimetre(acteur)
                .Where(d => d.Id == id)
                .Select(d => new { d.Collectivite })
                .SingleOrDefaultAsync(annulation);
            return document is null ? []
                : document.Collectivite is { } sienne ? [sienne]
                : null;
        }

        var (convention, assistance, dossier) = (
            new ConventionDAccesId(id),
            new DemandeDAssistanceId(id),
            new DossierDAdhesionId(id)
        );
        var (adhesion, appel, collectivite) = (new AdhesionId(id), new AppelDeContributionId(id), new CollectiviteId(id));
        var litige = new LitigeDAccesId(id);
        var siennes = type switch
        {
            nameof(Collectivite) => contexte.Collectivites.Where(c => c.Id == collectivite).Select(c => c.Id),
            nameof(ConventionDAcces) => contexte.ConventionsDAcces.Where(c => c.Id == convention).Select(c => c.Collectivite),
            nameof(DemandeDAssistance) => contexte.DemandesDAssistance.Where(d => d.Id == assistance).Select(d => d.Collectivite),
            nameof(LitigeDAcces) => contexte.LitigesDAcces.Where(l => l.Id == litige).Select(l => l.Collectivite),
            nameof(DossierDAdhesion) => contexte
                .DossiersDAdhesion.DansLaLimite(acteur, d => d.Groupement)
                .Where(d => d.Id == dossier)
                .Select(d => d.Collectivite),
            nameof(Adhesion) => contexte.Adhesions.DuPerimetre(acteur).Where(a => a.Id == adhesion).Select(a => a.Collectivite),
            nameof(AppelDeContribution) => contexte
                .Appels.DansLaLimite(acteur, a => a.Groupement)
                .Where(a => a.Id == appel)
                .Select(a => a.Collectivite),
            _ => null,
        };
        return siennes is null ? null : await siennes.ToListAsync(annulation);
    }

    /// <summary>L'objet d'un document produit ou d'un courrier du registre ; null pour les autres.</summary>
    public static async Task<(string Type, Guid Objet)?> OrigineAsync(
        this MarchesDbContext contexte,
        string? type,
        Guid? objet,
        CancellationToken annulation
    )
    {
        var courrier = new CourrierId(objet ?? Guid.Empty);
        var origine = type switch
        {
            nameof(DocumentProduit) => contexte
                .DocumentsProduits.Where(d => d.Id == objet)
                .Select(d => new { Type = (string?)d.ObjetType, Objet = (Guid?)d.ObjetId }),
            nameof(Courrier) => contexte
                .Courriers.Where(c => c.Id == courrier)
                .Select(c => new { Type = c.ObjetType, Objet = c.ObjetId }),
            _ => null,
        };
        return origine is not null && await origine.SingleOrDefaultAsync(annulation) is { Type: { } lu, Objet: { } cle }
            ? (lu, cle)
            : null;
    }

    /// <summary>Les membres d'un objet du groupement qui n'est pas à tous ; aucun si l'on n'en connaît pas.</summary>
    private static async Task<List<CollectiviteId>> DeLObjetAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        GroupementId groupement,
        string? type,
        Guid? objet,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        if (objet is not { } id)
        {
            return [];
        }

        if (type == nameof(Procedure))
        {
            var consultation = new ProcedureId(id);
            var procedure = await contexte
                .Procedures.AsNoTracking()
                .SingleOrDefaultAsync(p => p.Id == consultation && p.Groupement == groupement, annulation);
            return procedure is null
                ? []
                : await contexte
                    .MembresConcernes(procedure.Id, procedure.Groupement, procedure.Consolidation, jour)
                    .Select(c => c.Collectivite)
                    .ToListAsync(annulation);
        }

        var membres = Membres(contexte, acteur, groupement, type, id, jour);
        return membres is null ? [] : await membres.Distinct().ToListAsync(annulation);
    }

    private static IQueryable<CollectiviteId>? Membres(
        MarchesDbContext contexte,
        Acteur acteur,
        GroupementId groupement,
        string? type,
        Guid id,
        DateOnly jour
    )
    {
        var (campagne, incident, marche) = (new CampagneId(id), new IncidentId(id), new MarcheId(id));
        var (avenant, reunion) = (new AvenantDeConventionId(id), new ReunionDeComiteId(id));
        var (appels, grille) = (new CampagneDAppelId(id), new GrilleId(id));
        var desConventions = contexte
            .Grilles.DansLaLimite(acteur, g => g.Groupement)
            .Where(g => g.Id == grille && g.Portee == PorteeDeGrille.ConventionDAcces);
        return type switch
        {
            nameof(Campagne) => from r in contexte.Reponses
            join c in contexte.Campagnes on r.Campagne equals c.Id
            where c.Id == campagne && c.Groupement == groupement
            select r.Collectivite,
            nameof(Marche) => Acheteurs(contexte, contexte.Marches.Where(m => m.Id == marche && m.Groupement == groupement)),
            nameof(Incident) => Acheteurs(
                contexte,
                from i in contexte.Incidents
                join m in contexte.Marches on i.Marche equals m.Id
                where i.Id == incident && m.Groupement == groupement
                select m
            ),
            nameof(AvenantDeConvention) => from a in contexte.ApprobationsDAvenant
            join v in contexte.AvenantsDeConvention on a.Avenant equals v.Id
            where v.Id == avenant && v.Groupement == groupement
            select a.Collectivite,
            nameof(ReunionDeComite) => contexte
                .ReunionsDeComite.Where(r => r.Id == reunion && r.Groupement == groupement)
                .SelectMany(r => r.Presences)
                .Select(p => p.Collectivite),
            nameof(CampagneDAppel) => contexte
                .Appels.DansLaLimite(acteur, a => a.Groupement)
                .Where(a => a.Campagne == appels)
                .Select(a => a.Collectivite),
            nameof(Grille) => contexte
                .ConventionsDAcces.EnVigueur(jour)
                .Where(c => desConventions.Any())
                .Select(c => c.Collectivite),
            _ => null,
        };
    }

    /// <summary>Ceux pour qui le lot d'un marché a été passé.</summary>
    private static IQueryable<CollectiviteId> Acheteurs(MarchesDbContext contexte, IQueryable<Marche> marches) =>
        from m in marches
        join f in contexte.MembresFiges on new { m.Procedure, m.Lot } equals new { f.Procedure, f.Lot }
        select f.Collectivite;

    private static Task<List<CollectiviteId>> EnVigueurAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        DateOnly jour,
        CancellationToken annulation
    ) =>
        contexte
            .Adhesions.EnVigueur(jour)
            .Where(a => a.Groupement == groupement)
            .Select(a => a.Collectivite)
            .ToListAsync(annulation);
}
