using System.Globalization;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Conventions;

/// <summary>Ce que toute lecture et tout cas d'usage des conventions filtrent d'abord : le périmètre de l'acteur.</summary>
internal static class AccesAuxConventions
{
    /// <summary>Toutes pour le CDG ; celles de ses collectivités pour un membre.</summary>
    public static IQueryable<ConventionDAcces> DuPerimetre(this IQueryable<ConventionDAcces> conventions, Acteur acteur)
    {
        if (acteur.Perimetre.EstCdg)
        {
            return conventions;
        }

        var siennes = acteur.Perimetre.Collectivites;
        return conventions.Where(c => siennes.Contains(c.Collectivite));
    }

    /// <summary>Tous pour le CDG ; ceux de ses collectivités pour un membre.</summary>
    public static IQueryable<LitigeDAcces> DuPerimetre(this IQueryable<LitigeDAcces> litiges, Acteur acteur)
    {
        if (acteur.Perimetre.EstCdg)
        {
            return litiges;
        }

        var siennes = acteur.Perimetre.Collectivites;
        return litiges.Where(l => siennes.Contains(l.Collectivite));
    }

    /// <exception cref="DroitManquantException">La convention n'existe pas ou n'est pas du périmètre.</exception>
    public static async Task<ConventionDAcces> ConventionAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        ConventionDAccesId id,
        CancellationToken annulation
    ) =>
        await contexte.ConventionsDAcces.AsSplitQuery().DuPerimetre(acteur).SingleOrDefaultAsync(c => c.Id == id, annulation)
        ?? throw new DroitManquantException(Droits.GererConventions);

    /// <summary>Les conventions non abandonnées de ces collectivités, pour juger qu'il n'y en a qu'une à la fois.</summary>
    public static async Task<ILookup<CollectiviteId, AutreConvention>> AutresConventionsAsync(
        this MarchesDbContext contexte,
        IReadOnlyCollection<CollectiviteId> collectivites,
        ConventionDAccesId? sauf,
        CancellationToken annulation
    ) =>
        (
            await contexte
                .ConventionsDAcces.Where(c => collectivites.Contains(c.Collectivite) && c.AbandonneeLe == null)
                .Where(c => sauf == null || c.Id != sauf)
                .Select(c => new
                {
                    c.Collectivite,
                    c.Reference,
                    c.PremierJour,
                    c.DernierJour,
                })
                .ToListAsync(annulation)
        ).ToLookup(
            c => c.Collectivite,
            c => new AutreConvention(c.Reference.ToString(), c.PremierJour is { } du ? new Periode(du, c.DernierJour) : null)
        );

    /// <summary>Le dernier jour de la dernière convention d'une collectivité ; nul si elle n'en a pas eu, ou si une autre est sans fin ou à conclure.</summary>
    public static async Task<DateOnly?> FinDesConventionsAsync(
        this MarchesDbContext contexte,
        CollectiviteId collectivite,
        CancellationToken annulation
    )
    {
        var siennes = contexte.ConventionsDAcces.Where(c => c.Collectivite == collectivite && c.AbandonneeLe == null);
        return await siennes.AnyAsync(c => c.PremierJour == null || c.DernierJour == null, annulation)
            ? null
            : await siennes.MaxAsync(c => c.DernierJour, annulation);
    }

    /// <summary>Ce qui s'est fait au titre d'une convention et qu'elle ne sait pas : comptes ouverts, appels émis, assistance donnée, litiges.</summary>
    /// <remarks>Les premiers de chaque sorte suffisent : ils bornent la date d'effet et disent que la convention a servi.</remarks>
    public static async Task<IReadOnlyList<FaitSousLaConvention>> FaitsSousAsync(
        this MarchesDbContext contexte,
        ConventionDAcces convention,
        HorlogeLegale horloge,
        CancellationToken annulation
    )
    {
        if (convention.PremierJour is not { } premier)
        {
            return [];
        }

        const int Premiers = 4;
        var comptes = await contexte
            .ComptesDePlateforme.AsNoTracking()
            .Where(c => c.Convention == convention.Id)
            .OrderBy(c => c.OuvertLe)
            .Take(Premiers)
            .Select(c => new { c.Titulaire, c.OuvertLe })
            .ToListAsync(annulation);
        var appels = await contexte
            .Appels.AsNoTracking()
            .Where(a => a.Source == SourceDeDette.Convention && a.SourceId == convention.Id.Valeur)
            .Where(a => a.Etat != EtatDAppel.SansAppel)
            .OrderBy(a => a.DateDAppel)
            .Take(Premiers)
            .Select(a => new { a.Exercice, a.DateDAppel })
            .ToListAsync(annulation);
        var depuis = horloge.Minuit(premier);
        var aides = await contexte
            .DemandesDAssistance.AsNoTracking()
            .Where(d => d.Collectivite == convention.Collectivite && d.RecueLe >= depuis)
            .OrderBy(d => d.RecueLe)
            .Take(Premiers)
            .Select(d => new { d.Objet, d.RecueLe })
            .ToListAsync(annulation);
        var litiges = await contexte
            .LitigesDAcces.AsNoTracking()
            .Where(l => l.Convention == convention.Id)
            .OrderBy(l => l.DeclareLe)
            .Take(Premiers)
            .Select(l => l.DeclareLe)
            .ToListAsync(annulation);
        return
        [
            .. comptes.Select(c => new FaitSousLaConvention(
                $"le compte de plateforme {GrammaireDuNom.De(c.Titulaire)}",
                c.OuvertLe
            )),
            // A call made before the effect, at the start of the exercice, bounds it by the exercice it asks for.
            .. appels.Select(a => new FaitSousLaConvention(
                $"l'appel de l'exercice {a.Exercice.ToString(CultureInfo.InvariantCulture)}",
                a.DateDAppel >= premier ? a.DateDAppel : new DateOnly(a.Exercice, 12, 31)
            )),
            .. aides.Select(d => new FaitSousLaConvention(
                $"la demande d'assistance {Typographie.Citer(d.Objet)}",
                horloge.Jour(d.RecueLe)
            )),
            .. litiges.Select(jour => new FaitSousLaConvention("le litige déclaré", jour)),
        ];
    }

    /// <summary>
    /// Prend le verrou de la ligne de la collectivité jusqu'à la fin de la transaction : deux agents ne lui ouvrent pas deux
    /// conventions en même temps.
    /// </summary>
    public static Task VerrouillerAsync(
        this MarchesDbContext contexte,
        IReadOnlyCollection<CollectiviteId> collectivites,
        CancellationToken annulation
    ) =>
        contexte
            .Collectivites.Where(c => collectivites.Contains(c.Id))
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.CleDeTri, c => c.CleDeTri), annulation);
}
