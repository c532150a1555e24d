using Microsoft.Playwright;

namespace CdgMarches.Tests.Outils;

/// <summary>Le Chromium de la machine, et comment le lancer ; le programme de mesure le lance de même.</summary>
internal static class LancementDeChromium
{
    public const string Absent =
        "Chromium est absent : installez-le (apt-get install chromium-headless-shell) ou nommez-le par CDGMARCHES_CHROMIUM.";

    private static readonly string[] Chemins =
    [
        Environment.GetEnvironmentVariable("CDGMARCHES_CHROMIUM") ?? "",
        // The same engine without the browser's own pages: half the work for the same test.
        "/usr/bin/chromium-headless-shell",
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ];

    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    public static string? Chemin => Array.Find(Chemins, File.Exists);

    public static Task<IBrowser> LancerAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chemin, Args = Arguments });
}
