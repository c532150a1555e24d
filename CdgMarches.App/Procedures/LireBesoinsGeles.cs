using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Procedures;

/// <summary>Ce que les lignes d'un membre valent sur toute la durée : sa part du minimum garanti est son propre minimum (RG5.23).</summary>
public sealed record BesoinDuMembre(int Lignes, MontantHt Minimum, MontantHt Estimation, MontantHt Maximum);

/// <summary>Lit ce que chaque membre a demandé dans le recensement gelé, en euros hors taxes sur toute la durée.</summary>
internal static class LireBesoinsGeles
{
    /// <param name="contexte">Les données.</param>
    /// <param name="gel">La version gelée ; sans elle, rien n'est connu.</param>
    /// <param name="lots">Les lots dont les lignes comptent.</param>
    /// <param name="membres">Les membres lus.</param>
    /// <param name="annulation">Abandonne.</param>
    /// <returns>Les membres qui ont une ligne au moins.</returns>
    public static async Task<Dictionary<CollectiviteId, BesoinDuMembre>> BesoinsGelesAsync(
        this MarchesDbContext contexte,
        ConsolidationId? gel,
        IReadOnlyCollection<LotDeProcedure> lots,
        IReadOnlyList<CollectiviteId> membres,
        CancellationToken annulation
    )
    {
        if (gel is not { } consolidation || membres.Count == 0)
        {
            return [];
        }

        var prestations = lots.Select(l => l.Prestation).Distinct().ToList();
        var periode = await (
            from c in contexte.Consolidations
            join campagne in contexte.Campagnes on c.Campagne equals campagne.Id
            where c.Id == consolidation
            select new { campagne.Periode, campagne.DureeEnAnnees }
        ).SingleAsync(annulation);
        var annees = periode.Periode is PeriodeDesQuantites.Annuelle ? Math.Max(1, periode.DureeEnAnnees) : 1;
        var lignes = await (
            from r in contexte.ReponsesGelees.AsNoTracking()
            where r.Consolidation == consolidation && prestations.Contains(r.Prestation) && membres.Contains(r.Collectivite)
            join q in contexte.LignesGelees on new { r.Consolidation, r.Reponse } equals new { q.Consolidation, q.Reponse }
            join k in contexte.LignesDeCatalogueGelees on new { q.Consolidation, q.Ligne } equals new { k.Consolidation, k.Ligne }
            select new
            {
                r.Collectivite,
                k.Prestation,
                k.NumeroDeLot,
                k.PrixUnitaireEstime,
                q.MinimumMilliemes,
                q.EstimeMilliemes,
                q.MaximumMilliemes,
                q.MontantHtCentimes,
            }
        ).ToListAsync(annulation);
        return lignes
            .Where(k => lots.Any(l => l.Prestation == k.Prestation && (l.LotDuGroupement ?? k.NumeroDeLot) == k.NumeroDeLot))
            .GroupBy(l => l.Collectivite)
            .ToDictionary(
                g => g.Key,
                g => new BesoinDuMembre(
                    g.Count(),
                    Somme(g.Select(l => Valeur(l.MinimumMilliemes, l.PrixUnitaireEstime, null))),
                    Somme(
                        g.Select(l => Valeur(l.EstimeMilliemes ?? l.MaximumMilliemes, l.PrixUnitaireEstime, l.MontantHtCentimes))
                    ),
                    Somme(
                        g.Select(l => Valeur(l.MaximumMilliemes ?? l.EstimeMilliemes, l.PrixUnitaireEstime, l.MontantHtCentimes))
                    )
                )
            );

        MontantHt Somme(IEnumerable<decimal> valeurs) => MontantHt.Arrondir(annees * valeurs.Sum());

        static decimal Valeur(long? milliemes, decimal? prix, long? centimes) =>
            prix is { } p ? (milliemes ?? 0) / 1000m * p : (centimes ?? 0) / 100m;
    }
}
