using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Grilles;

/// <summary>Met fin à une grille adoptée, annule une adoption sans effet, ou supprime un brouillon.</summary>
public sealed class ArreterGrille(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <exception cref="RegleMetierException">La version n'est pas en vigueur, ou un exercice est appelé après ce jour.</exception>
    public Task MettreFinAsync(
        Acteur acteur,
        GrilleId id,
        int versionLue,
        DateOnly? dernierJour,
        string? deliberation,
        DateOnly? delibereeLe,
        CancellationToken annulation = default
    ) =>
        AgirAsync(
            acteur,
            id,
            versionLue,
            async (contexte, grille) =>
                grille.MettreFin(
                    dernierJour,
                    deliberation,
                    delibereeLe,
                    horloge.Aujourdhui,
                    await contexte.Appels.Where(a => a.Grille == id).Select(a => (int?)a.Exercice).MaxAsync(annulation)
                ),
            annulation
        );

    /// <summary>Rend à une grille adoptée par erreur son état de brouillon ; la version qu'elle arrêtait reprend son cours.</summary>
    /// <exception cref="RegleMetierException">La grille a déjà servi.</exception>
    public Task AnnulerLAdoptionAsync(
        Acteur acteur,
        GrilleId id,
        int versionLue,
        string? motif,
        CancellationToken annulation = default
    ) =>
        AgirAsync(
            acteur,
            id,
            versionLue,
            async (contexte, grille) =>
            {
                var veille = grille.Debut?.AddDays(-1);
                var remplacee = await contexte.Grilles.SingleOrDefaultAsync(
                    g => g.Lignee == grille.Lignee && g.Id != id && g.Etat == EtatDeGrille.Adoptee && g.Fin == veille,
                    annulation
                );
                grille.AnnulerLAdoption(await EffetsAsync(contexte, grille, annulation), motif);
                remplacee?.Reprendre();
            },
            annulation
        );

    /// <exception cref="RegleMetierException">La grille est adoptée.</exception>
    public Task SupprimerAsync(Acteur acteur, GrilleId id, int versionLue, CancellationToken annulation = default) =>
        AgirAsync(
            acteur,
            id,
            versionLue,
            (contexte, grille) =>
            {
                grille.Supprimer();
                contexte.Remove(grille);
                return Task.CompletedTask;
            },
            annulation
        );

    /// <summary>Ce qu'une version a déjà produit, compté par la base.</summary>
    internal static async Task<EffetsDeGrille> EffetsAsync(MarchesDbContext contexte, Grille grille, CancellationToken annulation)
    {
        var (id, lignee, premier) = (grille.Id, grille.Lignee, grille.Debut?.Year ?? int.MaxValue);
        return new EffetsDeGrille(
            await contexte.Appels.CountAsync(a => a.Grille == id, annulation),
            await contexte.CampagnesDAppel.CountAsync(
                c => c.Assiette == lignee && c.Exercice >= premier && c.Etat != EtatDeCampagneDAppel.Emise,
                annulation
            ),
            await contexte.ApplicationsDeGrille.CountAsync(a => a.Grille == id, annulation)
        );
    }

    private async Task AgirAsync(
        Acteur acteur,
        GrilleId id,
        int versionLue,
        Func<MarchesDbContext, Grille, Task> intention,
        CancellationToken annulation
    )
    {
        acteur.Exiger(Droits.PreparerContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var grille = await contexte.GrilleAsync(acteur, id, annulation);
        contexte.ExigerVersion(grille, versionLue);
        await intention(contexte, grille);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}
