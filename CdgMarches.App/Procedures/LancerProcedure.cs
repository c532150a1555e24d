using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Procedures;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Procedures;

/// <summary>Lance une procédure et fige, dans la même transaction, les acheteurs de chaque lot (RG1.22).</summary>
public sealed class LancerProcedure(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge, FaitsDeProcedure faits)
{
    public Task ExecuterAsync(
        Acteur acteur,
        ProcedureId id,
        int versionLue,
        DateOnly jour,
        CancellationToken annulation = default
    ) => ExecuterAsync(acteur, id, versionLue, jour, motif: null, annulation);

    /// <param name="acteur">Celui qui agit.</param>
    /// <param name="id">La procédure.</param>
    /// <param name="versionLue">Sa version à l'écran.</param>
    /// <param name="jour">Le jour de l'envoi.</param>
    /// <param name="motif">Pourquoi passer outre un avertissement.</param>
    /// <param name="annulation">Abandonne.</param>
    public async Task ExecuterAsync(
        Acteur acteur,
        ProcedureId id,
        int versionLue,
        DateOnly jour,
        string? motif,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var procedure = await contexte.ProcedureAsync(acteur, id, jeton);
                await contexte.VerrouillerAsync(procedure.Groupement, jeton);
                contexte.ExigerVersion(procedure, versionLue);
                var groupement = await contexte.GroupementAsync(acteur, procedure.Groupement, jeton);

                procedure.Lancer(
                    jour,
                    horloge.Aujourdhui,
                    groupement,
                    await contexte.MembresParLotAsync(procedure, jour, jeton),
                    await faits.LancementAsync(contexte, procedure, jour, jeton),
                    motif
                );

                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                await contexte.FigerMembresAsync(procedure, jour, jeton);
            },
            annulation
        );
    }
}

/// <summary>Termine une procédure : dernier marché notifié, ou sans suite ; les adhésions reprennent le lendemain (RG1.21).</summary>
public sealed class TerminerProcedure(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        ProcedureId id,
        int versionLue,
        DateOnly jour,
        IssueDeProcedure issue,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var procedure = await contexte.ProcedureAsync(acteur, id, annulation);
        contexte.ExigerVersion(procedure, versionLue);

        procedure.Terminer(jour, issue, horloge.Aujourdhui);

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}
