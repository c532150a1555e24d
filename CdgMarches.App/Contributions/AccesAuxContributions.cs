using CdgMarches.App.Groupements;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions;

/// <summary>Ce que toute lecture et tout cas d'usage des contributions filtrent d'abord : le périmètre de l'acteur.</summary>
/// <remarks>Un agent limité à des groupements ne voit que ce que leurs membres doivent : ni grille ni appel de convention d'accès.</remarks>
internal static class AccesAuxContributions
{
    public static IQueryable<Grille> DuPerimetre(this IQueryable<Grille> grilles, Acteur acteur) =>
        grilles.DansLaLimite(acteur, g => g.Groupement);

    public static IQueryable<CampagneDAppel> DuPerimetre(this IQueryable<CampagneDAppel> campagnes, Acteur acteur) =>
        campagnes.DansLaLimite(acteur, c => c.Groupement);

    public static IQueryable<AppelDeContribution> DuPerimetre(this IQueryable<AppelDeContribution> appels, Acteur acteur) =>
        appels.DansLaLimite(acteur, a => a.Groupement);

    public static IQueryable<Refacturation> DuPerimetre(this IQueryable<Refacturation> refacturations, Acteur acteur) =>
        refacturations.DansLaLimite(acteur, r => r.Groupement);

    /// <summary>Les grilles qui s'appliquent aux membres d'un groupement.</summary>
    public static IQueryable<Grille> DuGroupement(this IQueryable<Grille> grilles, GroupementId groupement) =>
        grilles.Where(g => g.Portee == PorteeDeGrille.Groupement && g.Groupement == groupement);

    /// <summary>Ce qui se paie : les appels et leurs compléments ; une réduction ou une annulation est déjà déduite de l'appel qu'elle corrige.</summary>
    public static IQueryable<AppelDeContribution> QuiSePaient(this IQueryable<AppelDeContribution> appels) =>
        appels.Where(a => a.Nature == NatureDAppel.Initial || a.Nature == NatureDAppel.Complement);

    /// <summary>Les dettes reportées sous le seuil qu'un appel de cet exercice, de cette date, peut reprendre : jamais une dette ultérieure (RG6.15).</summary>
    public static IQueryable<AppelDeContribution> Reportables(
        this IQueryable<AppelDeContribution> appels,
        int exercice,
        DateOnly date
    ) => appels.Where(a => a.Etat == EtatDAppel.Reporte && a.Exercice <= exercice && a.DateDAppel <= date);

    /// <summary>Ce que chaque débiteur doit de reports qu'un appel de cette date peut reprendre, par taux de TVA.</summary>
    public static async Task<Dictionary<(CollectiviteId, TauxTva), MontantHt>> MontantsReportablesAsync(
        this MarchesDbContext contexte,
        int exercice,
        DateOnly date,
        CancellationToken annulation
    ) =>
        (
            await contexte
                .Appels.AsNoTracking()
                .Reportables(exercice, date)
                .GroupBy(a => new { a.Collectivite, a.Tva })
                .Select(g => new { g.Key, Centimes = g.Sum(a => a.Propre.Centimes) })
                .ToListAsync(annulation)
        ).ToDictionary(a => (a.Key.Collectivite, a.Key.Tva), a => MontantHt.DeCentimes(a.Centimes));

    /// <summary>Ce qui n'est d'aucun groupement ne se règle que par un agent qui les voit tous.</summary>
    /// <exception cref="DroitManquantException">L'acteur est limité à des groupements, ou n'est pas du CDG.</exception>
    public static void ExigerToutLeCdg(this Acteur acteur, string droit)
    {
        acteur.Exiger(droit);
        if (AccesAuxGroupements.Limite(acteur) is not null)
        {
            throw new DroitManquantException(droit);
        }
    }

    /// <exception cref="DroitManquantException">La grille n'existe pas ou n'est pas du périmètre.</exception>
    public static async Task<Grille> GrilleAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        GrilleId id,
        CancellationToken annulation
    ) =>
        await contexte.Grilles.DuPerimetre(acteur).SingleOrDefaultAsync(g => g.Id == id, annulation)
        ?? throw new DroitManquantException(Droits.PreparerContributions);

    /// <exception cref="DroitManquantException">La campagne n'existe pas ou n'est pas du périmètre.</exception>
    public static async Task<CampagneDAppel> CampagneDAppelAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        CampagneDAppelId id,
        CancellationToken annulation
    ) =>
        await contexte.CampagnesDAppel.DuPerimetre(acteur).SingleOrDefaultAsync(c => c.Id == id, annulation)
        ?? throw new DroitManquantException(Droits.PreparerContributions);

    /// <exception cref="DroitManquantException">L'appel n'existe pas ou n'est pas du périmètre.</exception>
    public static async Task<AppelDeContribution> AppelAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        AppelDeContributionId id,
        CancellationToken annulation
    ) =>
        await contexte.Appels.DuPerimetre(acteur).SingleOrDefaultAsync(a => a.Id == id, annulation)
        ?? throw new DroitManquantException(Droits.PreparerContributions);

    /// <exception cref="DroitManquantException">La refacturation n'existe pas ou n'est pas du périmètre.</exception>
    public static async Task<Refacturation> RefacturationAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        RefacturationId id,
        CancellationToken annulation
    ) =>
        await contexte.Refacturations.DuPerimetre(acteur).SingleOrDefaultAsync(r => r.Id == id, annulation)
        ?? throw new DroitManquantException(Droits.PreparerContributions);

    /// <summary>Le jour où un exercice a été clos ; nul tant qu'il reçoit des appels.</summary>
    public static Task<DateOnly?> ClotureAsync(this MarchesDbContext contexte, int exercice, CancellationToken annulation) =>
        contexte.ExercicesDAppel.Where(e => e.Annee == exercice).Select(e => e.ClosLe).SingleOrDefaultAsync(annulation);

    /// <summary>La campagne de l'exercice dont l'émission est commencée et pas finie ; nulle s'il n'y en a pas.</summary>
    public static Task<string?> EmissionEnCoursAsync(
        this MarchesDbContext contexte,
        int exercice,
        CancellationToken annulation
    ) =>
        contexte
            .CampagnesDAppel.Where(c =>
                (c.DateDAppel == null ? c.Exercice : c.DateDAppel.Value.Year) == exercice
                && c.Etat == EtatDeCampagneDAppel.Validee
                && c.EmiseLe == null
            )
            .Where(c => contexte.Appels.Any(a => a.Campagne == c.Id))
            .OrderBy(c => c.Id)
            .Select(c => (string?)c.Intitule)
            .FirstOrDefaultAsync(annulation);
}
