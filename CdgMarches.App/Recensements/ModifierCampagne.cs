using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>Change les paramètres d'une campagne ; une nouvelle clôture vaut pour tous, sauf ceux qui ont un délai à eux.</summary>
public sealed class ModifierCampagne(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        CampagneId id,
        int versionLue,
        ParametresDeCampagne parametres,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var campagne = await contexte.CampagneAGererAsync(acteur, id, jeton);
                contexte.ExigerVersion(campagne, versionLue);
                var cloture = horloge.FinDuJour(parametres.Cloture);
                var deplacee = cloture != campagne.ClotureLe;
                campagne.Modifier(parametres, cloture, horloge.Aujourdhui);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                if (deplacee)
                {
                    await contexte
                        .Reponses.Where(r => r.Campagne == id && !r.DelaiPersonnel)
                        .ExecuteUpdateAsync(r => r.SetProperty(x => x.OuverteJusqua, cloture), jeton);
                }
            },
            annulation
        );
    }

    /// <summary>Confie la campagne à un agent du CDG et à son suppléant.</summary>
    public async Task ConfierAsync(
        Acteur acteur,
        CampagneId id,
        int versionLue,
        Guid? responsable,
        Guid? suppleant,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var campagne = await contexte.CampagneAGererAsync(acteur, id, annulation);
        contexte.ExigerVersion(campagne, versionLue);
        campagne.Confier(responsable, suppleant);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}
