using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Reference;
using CdgMarches.Database.Semences;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Demarrage;

/// <summary>Ce que la base doit contenir avant d'écouter : les données de référence, et en Développement la démonstration.</summary>
internal static class Donnees
{
    public static async Task ChargerAsync(WebApplication application, CancellationToken annulation = default)
    {
        var services = application.Services;
        await services.GetRequiredService<ChargerReference>().ExecuterAsync(annulation);
        if (!application.Environment.IsDevelopment())
        {
            return;
        }

        var fabrique = services.GetRequiredService<IDbContextFactory<MarchesDbContext>>();
        var horloge = services.GetRequiredService<HorlogeLegale>();
        await Demonstration.CreerAsync(
            fabrique,
            horloge.Aujourdhui,
            horloge.Maintenant,
            [ActivatorUtilities.CreateInstance<RecensementsDeDemonstration>(services).CreerAsync],
            annulation
        );
        if (await ComptesDeDemonstration.CreerAsync(services, annulation) is { } gestion)
        {
            await Demonstration.ConfierAsync(fabrique, gestion.Responsable, gestion.Suppleant, horloge.Maintenant, annulation);
        }
    }
}
