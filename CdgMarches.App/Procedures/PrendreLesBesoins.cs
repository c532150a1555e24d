using CdgMarches.App.Groupements;
using CdgMarches.App.Recensements;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Procedures;

/// <summary>Fait les lots d'une procédure depuis une consolidation gelée : intitulé, CPV, estimation, minimum, maximum (RG5.20).</summary>
/// <remarks>Les montants sont ceux de toute la durée, tous membres : quantités gelées × prix unitaires estimés × années si elles sont annuelles.</remarks>
public sealed class PrendreLesBesoins(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <param name="acteur">Celui qui agit.</param>
    /// <param name="id">La procédure, en préparation.</param>
    /// <param name="versionLue">Sa version à l'écran.</param>
    /// <param name="gel">La version gelée, du même groupement.</param>
    /// <param name="prestations">Les prestations mises en concurrence ; vide pour toutes celles du gel.</param>
    /// <param name="annulation">Abandonne.</param>
    /// <returns>Le nombre de lots créés ou mis à jour.</returns>
    public async Task<int> ExecuterAsync(
        Acteur acteur,
        ProcedureId id,
        int versionLue,
        ConsolidationId gel,
        IReadOnlyCollection<PrestationId> prestations,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var procedure = await contexte.ProcedureAsync(acteur, id, annulation);
        contexte.ExigerVersion(procedure, versionLue);
        var groupement = await contexte.GroupementAsync(acteur, procedure.Groupement, annulation);
        var origine = await (
            from c in contexte.Consolidations.AsNoTracking()
            join campagne in contexte.Campagnes.AsNoTracking() on c.Campagne equals campagne.Id
            where c.Id == gel && campagne.Groupement == procedure.Groupement
            select new
            {
                c.GeleeLe,
                campagne.Periode,
                campagne.DureeEnAnnees,
            }
        ).SingleOrDefaultAsync(annulation);
        if (origine is null)
        {
            throw new RefusException(
                "Cette consolidation n'est pas du groupement de la procédure. Rien n'a été modifié ; choisissez-en une autre."
            );
        }

        var annees = origine.Periode is PeriodeDesQuantites.Annuelle ? Math.Max(1, origine.DureeEnAnnees) : 1;
        var lots = (await LotsAsync(contexte, id, gel, annees, annulation))
            .Where(l => prestations.Count == 0 || prestations.Contains(l.Prestation))
            .ToList();
        foreach (var lot in lots)
        {
            Prendre(procedure, groupement, lot);
        }

        procedure.PrendreLesBesoins(gel, horloge.Jour(origine.GeleeLe));
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return lots.Count;
    }

    private static void Prendre(Procedure procedure, Groupement groupement, LotDuGel lot)
    {
        var connu = groupement.Lots.FirstOrDefault(l => l.Numero == lot.Numero && l.Prestation == lot.Prestation);
        var existant = procedure.Lots.FirstOrDefault(l =>
            l.Prestation == lot.Prestation && (l.LotDuGroupement ?? 0) == (connu?.Numero ?? 0)
        );
        var definition = new DefinitionDeLotDeProcedure(
            existant?.Intitule ?? connu?.Intitule ?? groupement.Prestations.FirstOrDefault(p => p.Id == lot.Prestation)?.Libelle,
            lot.Prestation,
            connu?.Numero
        )
        {
            Cpv = connu?.Cpv?.Valeur,
            Estimation = Positif(lot.Estimation),
            Minimum = Positif(lot.Minimum),
            Maximum = Positif(lot.Maximum),
            EstPetitLot = existant?.EstPetitLot is true,
        };
        if (existant is null)
        {
            procedure.AjouterLot(definition, groupement);
        }
        else
        {
            procedure.ModifierLot(existant.Numero, definition, groupement);
        }
    }

    private static MontantHt? Positif(decimal euros) => euros > 0m ? MontantHt.Arrondir(euros) : null;

    private static async Task<IReadOnlyList<LotDuGel>> LotsAsync(
        MarchesDbContext contexte,
        ProcedureId procedure,
        ConsolidationId gel,
        int annees,
        CancellationToken annulation
    )
    {
        var lignes = await contexte
            .LignesDeCatalogueGelees.AsNoTracking()
            .Where(l => l.Consolidation == gel)
            .ToListAsync(annulation);
        var sommes = await LireConsolidation
            .SommesDe(contexte.LignesRetenues(procedure, gel))
            .ToDictionaryAsync(s => s.Ligne, annulation);
        return
        [
            .. lignes
                .GroupBy(l => (l.Prestation, l.NumeroDeLot))
                .OrderBy(g => g.Key.NumeroDeLot)
                .Select(g => new LotDuGel(
                    g.Key.Prestation,
                    g.Key.NumeroDeLot,
                    Somme(g, s => s.Minimum),
                    Somme(g, s => s.Estime == 0 ? s.Retenu : s.Estime),
                    Somme(g, s => s.Retenu)
                )),
        ];

        decimal Somme(IEnumerable<LigneDeCatalogueGelee> duLot, Func<SommeDeLigne, long> quantite) =>
            annees
            * duLot.Sum(l =>
                sommes.GetValueOrDefault(l.Ligne) is not { } somme ? 0m
                : l.PrixUnitaireEstime is { } prix ? quantite(somme) / 1000m * prix
                : somme.MontantHt / 100m
            );
    }

    private sealed record LotDuGel(PrestationId Prestation, int Numero, decimal Minimum, decimal Estimation, decimal Maximum);
}

internal static class LignesDuGel
{
    /// <summary>Les lignes gelées des membres que la procédure n'exclut pas : les lots, le DQE et l'annexe comptent les mêmes.</summary>
    public static IQueryable<LigneGelee> LignesRetenues(
        this MarchesDbContext contexte,
        ProcedureId procedure,
        ConsolidationId gel
    ) =>
        contexte.LignesGelees.Where(l =>
            l.Consolidation == gel
            && !contexte.ReponsesGelees.Any(r =>
                r.Consolidation == gel
                && r.Reponse == l.Reponse
                && contexte.ExclusionsDeMembre.Any(e => e.Procedure == procedure && e.Collectivite == r.Collectivite)
            )
        );
}
