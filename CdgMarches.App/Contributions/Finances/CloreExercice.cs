using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Finances;

/// <summary>Clôt un exercice : ce qui s'y corrige ensuite passe par mandat.</summary>
/// <remarks>
/// La ligne du compteur de l'exercice est prise d'abord, comme par une émission : les deux se suivent. Une émission commencée
/// retient la clôture jusqu'à sa fin ; une clôture faite arrête l'émission.
/// </remarks>
public sealed class CloreExercice(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <exception cref="RegleMetierException">L'exercice n'est pas fini, ou est déjà clos.</exception>
    public async Task ExecuterAsync(Acteur acteur, int annee, CancellationToken annulation = default)
    {
        acteur.ExigerToutLeCdg(Droits.ValiderContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                await contexte.NumeroterEnSerieAsync(ReferenceDAppel.Serie(annee), 0, jeton);
                var exercice = await contexte.ExercicesDAppel.SingleOrDefaultAsync(e => e.Annee == annee, jeton);
                if (exercice is null)
                {
                    exercice = ExerciceDAppel.Ouvrir(annee);
                    contexte.Add(exercice);
                }

                exercice.Clore(horloge.Aujourdhui, acteur.Nom, await contexte.EmissionEnCoursAsync(annee, jeton));
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }
}
