namespace CdgMarches.App.Demarrage;

/// <summary>Ce que la base doit contenir avant d'écouter : les données de référence, et en Développement la démonstration.</summary>
internal static class Donnees
{
    public static async Task ChargerAsync(WebApplication application, CancellationToken annulation = default)
    {
        if (application.Environment.IsDevelopment())
        {
            await ComptesDeDemonstration.CreerAsync(application.Services, annulation);
        }
    }
}
