using CdgMarches.App.Echeancier;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Reference;
using CdgMarches.Database.Semences;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Demarrage;

/// <summary>Ce que la base doit contenir : avant d'écouter, les données de référence ; ensuite, en Développement, la démonstration.</summary>
internal static class Donnees
{
    public static Task ChargerLaReferenceAsync(WebApplication application) =>
        application.Services.GetRequiredService<ChargerReference>().ExecuterAsync(CancellationToken.None);

    /// <remarks>Ses comptes viennent en dernier : jusque-là, la page de connexion est seule servie et dit d'attendre.</remarks>
    public static async Task CreerLaDemonstrationAsync(WebApplication application, CancellationToken annulation)
    {
        var services = application.Services;
        var fabrique = services.GetRequiredService<IDbContextFactory<MarchesDbContext>>();
        var horloge = services.GetRequiredService<HorlogeLegale>();
        await Demonstration.CreerAsync(
            fabrique,
            horloge.Aujourdhui,
            horloge.Maintenant,
            [
                ActivatorUtilities.CreateInstance<RecensementsDeDemonstration>(services).CreerAsync,
                ActivatorUtilities.CreateInstance<CorpusDeDemonstration>(services).CreerAsync,
            ],
            annulation
        );
        if (await ComptesDeDemonstration.CreerAsync(services, annulation) is { } gestion)
        {
            await Demonstration.ConfierAsync(fabrique, gestion.Responsable, gestion.Suppleant, horloge.Maintenant, annulation);
            // Its facts are written at the instants of the past: what has gone by since then is settled once, today.
            await services.GetRequiredService<AccorderEcheances>().ExecuterAsync(Domain.Noyau.Acteur.Systeme, annulation);
        }
    }
}
