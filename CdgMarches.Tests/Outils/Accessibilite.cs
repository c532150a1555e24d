using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CdgMarches.Tests.Outils;

/// <summary>Passe axe sur une page : aucune violation grave ou critique n'est admise.</summary>
public static class Accessibilite
{
    public static async Task VerifierAsync(IPage page)
    {
        var resultat = await page.RunAxe();
        var graves = resultat
            .Violations.Where(v => v.Impact is "serious" or "critical")
            .Select(v => $"{v.Impact} {v.Id} : {v.Help} — {string.Join(" ; ", v.Nodes.Take(3).Select(n => n.Html))}")
            .ToList();

        Assert.True(graves.Count == 0, $"{page.Url}\n{string.Join('\n', graves)}");
    }

    /// <summary>La page tient dans la largeur de l'écran : on ne la fait pas défiler de côté.</summary>
    public static async Task SansDefilementHorizontalAsync(IPage page)
    {
        var depasse = await page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        );

        Assert.True(depasse <= 0, $"{page.Url} dépasse de {depasse} px.");
    }
}
