using CdgMarches.App.Contributions.Calcul;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Finances;

/// <summary>La prévision des recettes d'une grille pour un exercice.</summary>
/// <param name="Intitule">La grille.</param>
/// <param name="Redevables">Ceux dont l'acte vaut pendant l'exercice.</param>
/// <param name="Chiffres">Ceux dont le montant est connu.</param>
/// <param name="Total">Leur somme HT.</param>
public sealed record LigneDePrevision(string Intitule, int Redevables, int Chiffres, MontantHt Total);

/// <summary>Les recettes attendues de l'exercice suivant, pour le débat budgétaire d'octobre ; rien n'est écrit.</summary>
/// <remarks>À défaut des chiffres de l'exercice, l'effectif et les consultations les plus récents tiennent lieu de prévision.</remarks>
public sealed class Prevoir(IDbContextFactory<MarchesDbContext> donnees)
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
            .Select(g => g.Lignee)
            .Distinct()
            .ToListAsync(annulation);
        List<LigneDePrevision> previsions = [];
        foreach (var lignee in lignees)
        {
            previsions.Add(await PrevoirAsync(contexte, lignee, exercice, annulation));
        }

        return previsions;
    }

    private static async Task<LigneDePrevision> PrevoirAsync(
        MarchesDbContext contexte,
        Guid lignee,
        int exercice,
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

        var (chiffres, total) = (0, MontantHt.Zero);
        foreach (var (lu, version) in redevables)
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
            if (resultat.EstComplet)
            {
                (chiffres, total) = (chiffres + 1, total + resultat.Montant);
            }
        }

        return new LigneDePrevision(versions[^1].Bareme.Grille.Intitule, redevables.Count, chiffres, total);
    }
}
