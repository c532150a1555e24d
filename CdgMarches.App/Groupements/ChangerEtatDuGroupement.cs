using CdgMarches.App.Groupements.Constitution;
using CdgMarches.App.Groupements.Retraits;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements;

/// <summary>Ouvre un groupement : ses procédures peuvent alors être lancées (RG1.14).</summary>
public sealed class OuvrirGroupement(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(Acteur acteur, GroupementId id, int versionLue, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var groupement = await contexte.GroupementAsync(acteur, id, annulation);
        contexte.ExigerVersion(groupement, versionLue);

        if (await contexte.ConventionsConstitutives.SingleOrDefaultAsync(c => c.Groupement == id, annulation) is { } tenue)
        {
            await contexte.SuivreLEntreeEnVigueurAsync(groupement, tenue, avant: null, annulation);
        }

        groupement.Ouvrir(
            await contexte.EstMembreAsync(id, groupement.Coordonnateur, groupement.JourUtile(horloge.Aujourdhui), annulation),
            await contexte.EntreeEnVigueurAsync(id, annulation)
        );

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

/// <summary>Clôt un groupement jamais ouvert ou sans membre, rien n'y étant en cours (RG1.17) ; les autres se dissolvent.</summary>
public sealed class CloreGroupement(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    IEnumerable<IFinsDeMarche> marches
)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        GroupementId id,
        int versionLue,
        DateOnly dernierJour,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                await contexte.VerrouillerAsync(id, jeton);
                var groupement = await contexte.GroupementAsync(acteur, id, jeton);
                contexte.ExigerVersion(groupement, versionLue);

                groupement.Clore(
                    dernierJour,
                    await contexte.FaitsDeClotureAsync(id, dernierJour, horloge.Aujourdhui, marches, jeton)
                );

                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }
}

internal static class FaitsDesClotures
{
    public static async Task<FaitsDeCloture> FaitsDeClotureAsync(
        this MarchesDbContext contexte,
        GroupementId id,
        DateOnly dernierJour,
        DateOnly jour,
        IEnumerable<IFinsDeMarche> marches,
        CancellationToken annulation
    )
    {
        var adhesions = contexte.Adhesions.Where(a => a.Groupement == id);
        return new FaitsDeCloture(
            await adhesions.CountAsync(a => a.Sortie == null || a.Sortie >= jour, annulation),
            await adhesions.MaxAsync(a => a.Sortie, annulation),
            await contexte.DissolutionOuverteLeAsync(id, annulation),
            await contexte.ProcedureEnCoursAsync(id, annulation),
            [
                .. (await marches.LireToutesAsync(contexte, id, annulation))
                    .Where(f => f.Fin > dernierJour)
                    .Select(f => f.Reference),
            ]
        )
        {
            DissolutionPour = await contexte
                .Dissolutions.Where(d => d.Groupement == id && d.AbandonneeLe == null)
                .Select(d => (CauseDeDissolution?)d.Cause)
                .SingleOrDefaultAsync(annulation),
        };
    }
}
