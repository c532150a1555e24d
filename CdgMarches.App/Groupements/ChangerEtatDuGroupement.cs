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

        groupement.Ouvrir(
            await contexte.EstMembreAsync(id, groupement.Coordonnateur, horloge.Aujourdhui, annulation),
            await contexte.EntreeEnVigueurAsync(id, annulation)
        );

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

/// <summary>Clôt un groupement à une date, aucune procédure n'étant en cours (RG1.17).</summary>
public sealed class CloreGroupement(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
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
        var groupement = await contexte.GroupementAsync(acteur, id, annulation);
        contexte.ExigerVersion(groupement, versionLue);

        groupement.Clore(dernierJour, await contexte.ProcedureEnCoursAsync(id, annulation));

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}
