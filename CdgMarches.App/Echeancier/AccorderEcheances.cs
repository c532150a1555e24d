using System.Linq.Expressions;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Marches;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Echeancier;

/// <summary>Relit tous les objets datés et remet l'échéancier d'accord avec eux.</summary>
/// <remarks>
/// L'échéancier suit chaque enregistrement ; ce passage rattrape ce qui n'y passe pas : une base d'avant l'échéancier, une
/// écriture en masse, une reprise faite en SQL, et le jour qui passe : une fin qui arrive d'elle-même est alors accomplie. Il peut être rejoué ou interrompu sans dommage, et n'écrit rien quand tout
/// est d'accord.
/// </remarks>
public sealed class AccorderEcheances(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    private const int ParPage = 200;

    /// <returns>Le nombre d'échéances ajoutées, corrigées ou retirées.</returns>
    public async Task<int> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Administrer);
        var changements = 0;
        foreach (var type in await TypesAsync(annulation))
        {
            changements += await (Task<int>)
                GetType()
                    .GetMethod(
                        nameof(AccorderAsync),
                        System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance
                    )!
                    .MakeGenericMethod(type.Racine, type.Cle)
                    .Invoke(this, [annulation])!;
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return changements + await contexte.EnTransactionAsync(jeton => contexte.AccorderTousLesBilansAsync(jeton), annulation);
    }

    private async Task<List<(Type Racine, Type Cle)>> TypesAsync(CancellationToken annulation)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return [.. contexte.TypesDates.Select(t => (t.ClrType, t.FindPrimaryKey()!.Properties[0].ClrType))];
    }

    private async Task<int> AccorderAsync<TRacine, TCle>(CancellationToken annulation)
        where TRacine : Agregat
        where TCle : struct, IIdentifiant<TCle>
    {
        var changements = await OublierLesAbsentesAsync<TRacine, TCle>(annulation);
        for (var page = 0; ; page++)
        {
            var (lues, faits) = await AccorderPageAsync<TRacine, TCle>(page, annulation);
            changements += faits;
            if (lues < ParPage)
            {
                return changements;
            }
        }
    }

    private async Task<(int Lues, int Faits)> AccorderPageAsync<TRacine, TCle>(int page, CancellationToken annulation)
        where TRacine : Agregat
        where TCle : struct, IIdentifiant<TCle>
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var cle = Cle<TRacine, TCle>(contexte);
                IQueryable<TRacine> racines = contexte.Set<TRacine>();
                foreach (var lien in LiensNonPossedes(contexte, typeof(TRacine)))
                {
                    racines = racines.Include(lien);
                }

                var lues = await racines.OrderBy(cle).Skip(page * ParPage).Take(ParPage).AsSplitQuery().ToListAsync(jeton);
                await contexte.AccorderEcheancesAsync(lues, horloge.Aujourdhui, jeton);
                return (lues.Count, await contexte.SaveChangesAsync(jeton));
            },
            annulation
        );
    }

    /// <summary>Retire les échéances des objets qui n'existent plus.</summary>
    private async Task<int> OublierLesAbsentesAsync<TRacine, TCle>(CancellationToken annulation)
        where TRacine : Agregat
        where TCle : struct, IIdentifiant<TCle>
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var type = typeof(TRacine).Name;
        var suivies = await contexte
            .Echeances.Where(e => e.ObjetType == type)
            .Select(e => e.ObjetId)
            .Distinct()
            .ToListAsync(annulation);
        var presentes = (await contexte.Set<TRacine>().Select(Cle<TRacine, TCle>(contexte)).ToListAsync(annulation))
            .Select(c => c.Valeur)
            .ToHashSet();
        var absentes = suivies.Where(s => !presentes.Contains(s)).ToList();
        return absentes.Count == 0
            ? 0
            : await contexte
                .Echeances.Where(e => e.ObjetType == type && absentes.Contains(e.ObjetId))
                .ExecuteDeleteAsync(annulation);
    }

    private static Expression<Func<TRacine, TCle>> Cle<TRacine, TCle>(MarchesDbContext contexte)
        where TRacine : Agregat
        where TCle : struct, IIdentifiant<TCle>
    {
        var propriete = contexte.Model.FindEntityType(typeof(TRacine))!.FindPrimaryKey()!.Properties[0].PropertyInfo!;
        var racine = Expression.Parameter(typeof(TRacine), "r");
        return Expression.Lambda<Func<TRacine, TCle>>(Expression.Property(racine, propriete), racine);
    }

    private static IEnumerable<string> LiensNonPossedes(MarchesDbContext contexte, Type racine) =>
        contexte
            .Model.FindEntityType(racine)!
            .GetNavigations()
            .Where(n => n.IsCollection && !n.TargetEntityType.IsOwned())
            .Select(n => n.Name);
}
