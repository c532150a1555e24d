using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Procedures;

/// <summary>Ouvre la fiche d'une procédure dans un groupement.</summary>
public sealed class CreerProcedure(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <param name="acteur">Celui qui agit.</param>
    /// <param name="groupement">Le groupement pour lequel on consulte.</param>
    /// <param name="objet">Ce que l'on achète.</param>
    /// <param name="nature">La nature principale des achats.</param>
    /// <param name="engageeLe">Le jour où la procédure a été engagée, aujourd'hui au plus tard ; son année fait la référence.</param>
    /// <param name="annulation">Abandonne.</param>
    public async Task<ProcedureId> ExecuterAsync(
        Acteur acteur,
        GroupementId groupement,
        string? objet,
        NatureDAchat nature,
        DateOnly engageeLe,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var cible = await contexte.GroupementAsync(acteur, groupement, jeton);
                Procedure.PeutCreer(cible.Etat, objet, engageeLe, horloge.Aujourdhui).Exiger();
                var numero = await contexte.NumeroterAsync(ReferenceDeProcedure.Serie(engageeLe.Year), jeton);
                var procedure = Procedure.Creer(
                    new ReferenceDeProcedure(engageeLe.Year, numero),
                    groupement,
                    objet,
                    nature,
                    engageeLe
                );
                procedure.Confier(acteur.Id == Guid.Empty ? null : acteur.Id, null);
                contexte.Add(procedure);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return procedure.Id;
            },
            annulation
        );
    }
}
