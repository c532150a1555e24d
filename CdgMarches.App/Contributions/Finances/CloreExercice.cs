using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Finances;

/// <summary>Clôt un exercice : ce qui s'y corrige ensuite passe par mandat.</summary>
public sealed class CloreExercice(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <exception cref="RegleMetierException">L'exercice n'est pas fini, ou est déjà clos.</exception>
    public async Task ExecuterAsync(Acteur acteur, int annee, CancellationToken annulation = default)
    {
        acteur.ExigerToutLeCdg(Droits.ValiderContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var exercice = await contexte.ExercicesDAppel.SingleOrDefaultAsync(e => e.Annee == annee, annulation);
        if (exercice is null)
        {
            exercice = ExerciceDAppel.Ouvrir(annee);
            contexte.Add(exercice);
        }

        exercice.Clore(horloge.Aujourdhui, acteur.Nom);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}
