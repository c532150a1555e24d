using CdgMarches.Tests.Outils;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(FinDuNavigateur))]

namespace CdgMarches.Tests.Outils;

/// <summary>Chromium, démarré une fois par exécution, au premier test qui le demande.</summary>
/// <remarks>
/// Sur la machine d'une personne, son absence fait sauter le test avec un message ; en intégration continue
/// (<c>CI</c> ou <c>CDGMARCHES_NAVIGATEUR_EXIGE=1</c>), elle le fait échouer.
/// </remarks>
public static class Navigateur
{
    private static readonly Lazy<Task<(IPlaywright Playwright, IBrowser Chromium)>> Demarre = new(DemarrerAsync);

    /// <summary>Un contexte neuf : ses cookies et son stockage ne sont à personne d'autre.</summary>
    public static async Task<IBrowserContext> ContexteAsync(string adresse, BrowserNewContextOptions? options = null)
    {
        ExigerChromium();
        var (_, chromium) = await Demarre.Value;
        options ??= new BrowserNewContextOptions();
        options.BaseURL = adresse;
        options.Locale = "fr-FR";
        options.TimezoneId = "Europe/Paris";
        var contexte = await chromium.NewContextAsync(options);
        // Patient: a machine that does three things at once is slow, not wrong.
        contexte.SetDefaultTimeout(60_000);
        return contexte;
    }

    internal static async Task ArreterAsync()
    {
        if (Demarre.IsValueCreated && Demarre.Value.IsCompletedSuccessfully)
        {
            var (playwright, chromium) = await Demarre.Value;
            await chromium.CloseAsync();
            playwright.Dispose();
        }
    }

    private static void ExigerChromium()
    {
        if (LancementDeChromium.Chemin is not null)
        {
            return;
        }

        if (EstExige)
        {
            Assert.Fail(LancementDeChromium.Absent);
        }

        Assert.Skip(LancementDeChromium.Absent);
    }

    private static bool EstExige =>
        Environment.GetEnvironmentVariable("CDGMARCHES_NAVIGATEUR_EXIGE") is "1"
        || Environment.GetEnvironmentVariable("CI") is { Length: > 0 } and not "false";

    private static async Task<(IPlaywright, IBrowser)> DemarrerAsync()
    {
        Assertions.SetDefaultExpectTimeout(30_000);
        var playwright = await Playwright.CreateAsync();
        return (playwright, await LancementDeChromium.LancerAsync(playwright));
    }
}

/// <summary>Ferme Chromium quand tous les tests sont passés.</summary>
public sealed class FinDuNavigateur : IAsyncLifetime
{
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await Navigateur.ArreterAsync();
}
