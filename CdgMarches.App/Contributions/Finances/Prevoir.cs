using CdgMarches.App.Contributions.Calcul;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Finances;

/// <summary>La prévision des recettes d'une grille pour un exercice.</summary>
/// <param name="Intitule">La grille.</param>
/// <param name="Redevables">Ceux dont l'acte vaut pendant l'exercice.</param>
/// <param name="Chiffres">Ceux dont le montant est connu.</param>
/// <param name="Total">Ce qui serait appelé, reports compris, HT.</param>
/// <param name="SousLeSeuil">Ceux dont la dette resterait sous le seuil de recouvrement (RG6.15).</param>
/// <param name="Reporte">La somme HT de ces dettes, que l'exercice n'encaisserait pas.</param>
public sealed record LigneDePrevision(
    string Intitule,
    int Redevables,
    int Chiffres,
    MontantHt Total,
    int SousLeSeuil,
    MontantHt Reporte
);

/// <summary>Les recettes attendues de l'exercice suivant, pour le débat budgétaire d'octobre ; rien n'est écrit.</summary>
/// <remarks>
/// À défaut des chiffres de l'exercice, l'effectif et les consultations les plus récents tiennent lieu de prévision. Sous le seuil
/// en vigueur au 1er janvier de l'exercice, une dette n'est pas une recette : elle attend une dette ultérieure du même débiteur,
/// celle d'une autre grille comprise (RG6.15).
/// </remarks>
public sealed class Prevoir(IDbContextFactory<MarchesDbContext> donnees, LireMentions mentions)
{
    public async Task<IReadOnlyList<LigneDePrevision>> ExecuterAsync(
        Acteur acteur,
        int exercice,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var lignees = await contexte
            .Grilles.AsNoTracking()
            .DuPerimetre(acteur)
            .Where(g => g.Etat == EtatDeGrille.Adoptee && g.Type.Declencheur == Declencheur.Annuel)
            .GroupBy(g => g.Lignee)
            .Select(g => new { Lignee = g.Key, Intitule = g.Min(x => x.Intitule) })
            .OrderBy(g => g.Intitule)
            .ThenBy(g => g.Lignee)
            .Select(g => g.Lignee)
            .ToListAsync(annulation);
        var date = new DateOnly(exercice, 1, 1);
        var recouvrement = new Recouvrement(
            await mentions.SeuilAsync(date, annulation),
            await contexte.MontantsReportablesAsync(exercice, date, annulation)
        );
        List<LigneDePrevision> previsions = [];
        foreach (var lignee in lignees)
        {
            previsions.Add(await PrevoirAsync(contexte, lignee, exercice, recouvrement, annulation));
        }

        return previsions;
    }

    private static async Task<LigneDePrevision> PrevoirAsync(
        MarchesDbContext contexte,
        Guid lignee,
        int exercice,
        Recouvrement recouvrement,
        CancellationToken annulation
    )
    {
        var versions = await contexte.VersionsAsync(lignee, annulation);
        var date = new DateOnly(exercice, 1, 1);
        var redevables = await contexte.SelonLeurVersionAsync(versions, exercice, date, annulation);
        Dictionary<(int, Guid), FaitsDuRedevable> precedents = [];
        foreach (var grille in versions.Select(v => v.Bareme.Grille).DistinctBy(g => g.Lectures.Consultations))
        {
            var assiette = Simuler.Assiette(grille, exercice - 1, date.AddYears(-1), [grille]);
            foreach (var avant in await contexte.RedevablesAsync(assiette, annulation))
            {
                precedents[(assiette.AnneeComptee, avant.Redevable.SourceId)] = avant.Faits;
            }
        }

        var (chiffres, total, sousLeSeuil, reporte) = (0, MontantHt.Zero, 0, MontantHt.Zero);
        foreach (var (lu, version, _) in redevables)
        {
            var bareme = version.Bareme;
            var anneeDAvant = bareme.Grille.Lectures.AnneeComptee(exercice - 1);
            var avant = precedents.GetValueOrDefault((anneeDAvant, lu.Redevable.SourceId));
            var resultat = bareme.Calculer(
                lu.Faits with
                {
                    Agents = lu.Faits.Agents ?? avant?.Agents,
                    Population = lu.Faits.Population ?? avant?.Population,
                    Consultations = lu.Faits.Consultations ?? avant?.Consultations,
                },
                exercice
            );
            if (!resultat.EstComplet)
            {
                continue;
            }

            chiffres++;
            if (recouvrement.Appeler(lu.Redevable.Collectivite, bareme.Grille.Tva, resultat.Montant) is { } appele)
            {
                total += appele;
            }
            else
            {
                (sousLeSeuil, reporte) = (sousLeSeuil + 1, reporte + resultat.Montant);
            }
        }

        return new LigneDePrevision(versions[^1].Bareme.Grille.Intitule, redevables.Count, chiffres, total, sousLeSeuil, reporte);
    }

    /// <summary>Le seuil du jour, et ce que chaque débiteur doit déjà de reports : la prévision les consomme comme l'émission.</summary>
    private sealed class Recouvrement(decimal seuil, Dictionary<(CollectiviteId, TauxTva), MontantHt> reports)
    {
        /// <returns>Ce qui serait appelé, reports compris ; nul si la dette resterait sous le seuil.</returns>
        public MontantHt? Appeler(CollectiviteId debiteur, TauxTva tva, MontantHt propre)
        {
            var cle = (debiteur, tva);
            var report = reports.GetValueOrDefault(cle);
            switch (AppelDeContribution.IssueDe(propre, report, tva, seuil))
            {
                case EtatDAppel.Emis:
                    reports.Remove(cle);
                    return propre + report;
                case EtatDAppel.Reporte:
                    reports[cle] = propre + report;
                    return null;
                default:
                    return MontantHt.Zero;
            }
        }
    }
}
