using System.Linq.Expressions;
using CdgMarches.Database;
using CdgMarches.Database.Groupements;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements;

/// <summary>Ce que toute lecture et tout cas d'usage des groupements filtrent d'abord : le périmètre de l'acteur.</summary>
internal static class AccesAuxGroupements
{
    /// <summary>Les groupements que l'acteur peut voir : tous, ceux auxquels il est limité, ou aucun s'il n'est pas du CDG.</summary>
    public static IQueryable<Groupement> DuPerimetre(this IQueryable<Groupement> groupements, Acteur acteur) =>
        groupements.DansLaLimite(acteur, g => g.Id);

    /// <inheritdoc cref="DuPerimetre(IQueryable{Groupement}, Acteur)"/>
    public static IQueryable<Adhesion> DuPerimetre(this IQueryable<Adhesion> adhesions, Acteur acteur) =>
        adhesions.DansLaLimite(acteur, a => a.Groupement);

    /// <summary>La seule écriture du périmètre : ce qui est d'un groupement que l'acteur voit, ou tout s'il les voit tous.</summary>
    /// <param name="lignes">Ce qu'on filtre.</param>
    /// <param name="acteur">Celui qui regarde.</param>
    /// <param name="groupement">Le groupement de chaque ligne ; celle qui n'en a pas échappe à un agent limité.</param>
    public static IQueryable<T> DansLaLimite<T>(
        this IQueryable<T> lignes,
        Acteur acteur,
        Expression<Func<T, GroupementId?>> groupement
    )
    {
        if (Limite(acteur) is not { } limite)
        {
            return lignes;
        }

        List<GroupementId?> permis = [.. limite.Select(g => (GroupementId?)g)];
        var contient = Expression.Call(
            typeof(Enumerable),
            nameof(Enumerable.Contains),
            [typeof(GroupementId?)],
            Expression.Constant(permis, typeof(IEnumerable<GroupementId?>)),
            groupement.Body
        );
        return lignes.Where(Expression.Lambda<Func<T, bool>>(contient, groupement.Parameters));
    }

    /// <summary>Les groupements auxquels l'acteur est limité ; null s'il les voit tous.</summary>
    public static List<GroupementId>? Limite(Acteur acteur) =>
        acteur.Perimetre is { EstCdg: true, Groupements: null }
            ? null
            : [.. acteur.Perimetre.Groupements ?? new HashSet<GroupementId>()];

    /// <summary>La seule ligne voulue parmi celles d'un groupement que l'acteur voit : le périmètre est dans la requête.</summary>
    /// <exception cref="DroitManquantException">Elle n'existe pas ou n'est pas du périmètre.</exception>
    public static async Task<T> AGererAsync<T>(
        this IQueryable<T> lignes,
        Acteur acteur,
        Expression<Func<T, GroupementId?>> groupement,
        Expression<Func<T, bool>> voulue,
        CancellationToken annulation
    )
        where T : class =>
        await lignes.DansLaLimite(acteur, groupement).SingleOrDefaultAsync(voulue, annulation)
        ?? throw new DroitManquantException(Droits.GererGroupements);

    /// <inheritdoc cref="AGererAsync{T}"/>
    public static Task<Groupement> GroupementAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        GroupementId id,
        CancellationToken annulation
    ) => contexte.Groupements.AGererAsync(acteur, g => g.Id, g => g.Id == id, annulation);

    /// <inheritdoc cref="AGererAsync{T}"/>
    public static Task<Adhesion> AdhesionAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        AdhesionId id,
        CancellationToken annulation
    ) => contexte.Adhesions.AGererAsync(acteur, a => a.Groupement, a => a.Id == id, annulation);

    /// <summary>
    /// Prend le verrou de la ligne du groupement jusqu'à la fin de la transaction : deux agents n'y font pas entrer la même
    /// collectivité en même temps, ni l'un un membre pendant que l'autre fige la liste.
    /// </summary>
    public static Task VerrouillerAsync(this MarchesDbContext contexte, GroupementId id, CancellationToken annulation) =>
        contexte
            .Groupements.Where(g => g.Id == id)
            .ExecuteUpdateAsync(s => s.SetProperty(g => g.CleDeTri, g => g.CleDeTri), annulation);

    /// <summary>Vrai si la collectivité est membre ce jour-là : son adhésion a commencé et n'est pas finie.</summary>
    public static Task<bool> EstMembreAsync(
        this MarchesDbContext contexte,
        GroupementId groupement,
        CollectiviteId collectivite,
        DateOnly jour,
        CancellationToken annulation
    ) =>
        contexte
            .Adhesions.EnVigueur(jour)
            .AnyAsync(a => a.Groupement == groupement && a.Collectivite == collectivite, annulation);

    /// <summary>Le jour où juger d'un groupement aujourd'hui : son premier jour s'il n'a pas commencé.</summary>
    public static DateOnly JourUtile(this Groupement groupement, DateOnly aujourdhui) =>
        aujourdhui < groupement.Debut ? groupement.Debut : aujourdhui;

    /// <summary>Les consultations lancées du groupement, en cours ou terminées (RG1.21).</summary>
    public static async Task<List<ConsultationDuGroupement>> ConsultationsAsync(
        this MarchesDbContext contexte,
        GroupementId groupement,
        CancellationToken annulation
    ) =>
        [
            .. (
                await contexte
                    .Procedures.Where(p => p.Groupement == groupement && p.LanceeLe != null)
                    .OrderBy(p => p.LanceeLe)
                    .Select(p => new
                    {
                        p.Reference,
                        p.LanceeLe,
                        p.TermineeLe,
                    })
                    .ToListAsync(annulation)
            ).Select(p => new ConsultationDuGroupement(p.Reference.ToString(), p.LanceeLe!.Value, p.TermineeLe)),
        ];

    /// <summary>Les consultations qui ferment l'adhésion : aucune là où la convention n'a pas ce verrou (RG1.21).</summary>
    public static async Task<List<ConsultationDuGroupement>> VerrouDAdhesionAsync(
        this MarchesDbContext contexte,
        GroupementId groupement,
        ReglesDeConvention regles,
        CancellationToken annulation
    ) => regles.VerrouDAdhesion ? await contexte.ConsultationsAsync(groupement, annulation) : [];

    /// <summary>La référence d'une procédure lancée et non terminée, s'il y en a une.</summary>
    public static async Task<string?> ProcedureEnCoursAsync(
        this MarchesDbContext contexte,
        GroupementId groupement,
        CancellationToken annulation
    ) => (await contexte.ConsultationsAsync(groupement, annulation)).Find(c => c.TermineeLe is null)?.Reference;

    /// <summary>Le nom d'une collectivité, pour l'histoire du groupement.</summary>
    public static Task<string> NomAsync(this MarchesDbContext contexte, CollectiviteId id, CancellationToken annulation) =>
        contexte.Collectivites.Where(c => c.Id == id).Select(c => c.Nom).SingleAsync(annulation);

    /// <summary>Le nom d'un groupement, millésime compris, là où un membre le lit.</summary>
    public static Task<string> AppellationAsync(this MarchesDbContext contexte, GroupementId id, CancellationToken annulation) =>
        contexte
            .Groupements.Where(g => g.Id == id)
            .Select(g => AppellationDuGroupement.AvecMillesime(g.Nom, g.Millesime))
            .SingleAsync(annulation);
}
