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
        var versions = await Simuler.VersionsAsync(contexte, lignee, annulation);
        var version = versions.LastOrDefault(v => v.Debut <= new DateOnly(exercice, 12, 31)) ?? versions[^1];
        var grille = version.Bareme.Grille;
        var date = new DateOnly(exercice, 1, 1);
        var redevables = await contexte.RedevablesAsync(Simuler.Assiette(grille, exercice, date, [grille]), annulation);
        var precedents = (
            await contexte.RedevablesAsync(Simuler.Assiette(grille, exercice - 1, date.AddYears(-1), [grille]), annulation)
        ).ToDictionary(r => r.Redevable.SourceId, r => r.Faits);
        var (chiffres, total) = (0, MontantHt.Zero);
        foreach (var redevable in redevables)
        {
            var avant = precedents.GetValueOrDefault(redevable.Redevable.SourceId);
            var resultat = version.Bareme.Calculer(
                redevable.Faits with
                {
                    Agents = redevable.Faits.Agents ?? avant?.Agents,
                    Population = redevable.Faits.Population ?? avant?.Population,
                    Consultations = redevable.Faits.Consultations ?? avant?.Consultations,
                },
                exercice
            );
            if (resultat.EstComplet)
            {
                (chiffres, total) = (chiffres + 1, total + resultat.Montant);
            }
        }

        return new LigneDePrevision(grille.Intitule, redevables.Count, chiffres, total);
    }
}
