using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Conventions;

/// <summary>Fait un geste sur une convention d'accès, à partir de la version que l'agent avait sous les yeux.</summary>
public sealed class AgirSurConvention(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <exception cref="RegleMetierException">Une règle s'oppose au geste : rien n'est écrit.</exception>
    public async Task ExecuterAsync(
        Acteur acteur,
        ConventionDAccesId id,
        int versionLue,
        GesteDeConvention geste,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererConventions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var convention = await contexte.ConventionAsync(acteur, id, jeton);
                contexte.ExigerVersion(convention, versionLue);
                await contexte.VerrouillerAsync([convention.Collectivite], jeton);
                var autres = await contexte.AutresConventionsAsync([convention.Collectivite], id, jeton);
                geste.Appliquer(convention, horloge.Aujourdhui, [.. autres[convention.Collectivite]]);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }
}
