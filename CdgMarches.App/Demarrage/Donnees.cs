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
        await application.Services.GetRequiredService<ChargerReference>().ExecuterAsync(annulation);
        var horloge = application.Services.GetRequiredService<HorlogeLegale>();
        if (application.Environment.IsDevelopment())
        {
            await Demonstration.CreerAsync(
                application.Services.GetRequiredService<IDbContextFactory<MarchesDbContext>>(),
                horloge.Aujourdhui,
                horloge.Maintenant,
                annulation
            );
            await ActivatorUtilities.CreateInstance<RecensementsDeDemonstration>(application.Services).CreerAsync(annulation);
            await ComptesDeDemonstration.CreerAsync(application.Services, annulation);
        }
    }
}
