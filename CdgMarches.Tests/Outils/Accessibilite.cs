using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CdgMarches.Tests.Outils;

/// <summary>Passe axe sur une page : aucune violation grave ou critique n'est admise.</summary>
public static class Accessibilite
{
    /// <summary>Ne rend que ce qui est grave, et ne relit pas les feuilles de style : ce serait plus long que l'examen.</summary>
    private const string Examen = """
        () => axe.run(document, { resultTypes: ["violations"], preload: false }).then((r) => r.violations
          .filter((v) => v.impact === "serious" || v.impact === "critical")
          .map((v) => `${v.impact} ${v.id} : ${v.help} — ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200)).join(" ; ")}`))
        """;

    private static readonly Lazy<string> Script = new(() => new BundledAxeScriptProvider().GetScript());

    public static async Task VerifierAsync(IPage page)
    {
        // The title comes with the circuit: a page that is not there yet has nothing to be examined.
        await Assertions.Expect(page.Locator("h1:visible").First).ToBeVisibleAsync();
        await Assertions.Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("CdgMarches"));
        await page.EvaluateAsync(Script.Value);
        var graves = await ExaminerAsync(page);

        Assert.True(graves.Count == 0, $"{page.Url}\n{string.Join('\n', graves)}");
    }

    /// <summary>Met axe d'avance dans toutes les pages d'un contexte, pour <see cref="ExaminerAsync"/>.</summary>
    public static Task PreparerAsync(IBrowserContext contexte) => contexte.AddInitScriptAsync(Script.Value);

    /// <summary>Les violations graves ou critiques de la page, en une ligne chacune ; la page est d'un contexte préparé.</summary>
    public static async Task<IReadOnlyList<string>> ExaminerAsync(IPage page) =>
        (await page.EvaluateAsync<JsonElement>(Examen)).EnumerateArray().Select(v => v.GetString()!).ToList();

    /// <summary>La page tient dans la largeur de l'écran : on ne la fait pas défiler de côté.</summary>
    public static async Task SansDefilementHorizontalAsync(IPage page)
    {
        var depasse = await DepassementAsync(page);

        Assert.True(depasse <= 0, $"{page.Url} dépasse de {depasse} px.");
    }

    public static Task<int> DepassementAsync(IPage page) =>
        page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
}
