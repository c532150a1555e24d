using Bunit;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.Tests.Outils;

/// <summary>Les gestes qu'un essai fait sur une page, quelle que soit la page.</summary>
internal static class PagesDEssai
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Tape dans une zone de recherche et prend la proposition qui porte ce nom.</summary>
    public static async Task ChoisirAsync<T>(this IRenderedComponent<T> page, string id, string nom)
        where T : IComponent
    {
        await page.Find($"#{id}").InputAsync(new() { Value = nom });
        await Proposition().ClickAsync(new());

        AngleSharp.Dom.IElement Proposition()
        {
            page.WaitForState(() => page.FindAll("[role=option]").Any(Porte), Patience);
            return page.FindAll("[role=option]").First(Porte);
        }

        bool Porte(AngleSharp.Dom.IElement option) => option.TextContent.Contains(nom, StringComparison.Ordinal);
    }

    /// <summary>Clique le dernier bouton de ce nom : celui de la confirmation, quand la page a le même.</summary>
    public static async Task ConfirmerAsync<T>(this IRenderedComponent<T> page, string libelle)
        where T : IComponent => await page.FindAll("dialog button").Last(b => b.TextContent.Trim() == libelle).ClickAsync(new());

    /// <summary>Attend que la page dise cette phrase.</summary>
    public static void Dit<T>(this IRenderedComponent<T> page, string phrase)
        where T : IComponent =>
        page.WaitForAssertion(
            () => Assert.Contains(phrase, page.Markup.Replace("&#x27;", "'", StringComparison.Ordinal), StringComparison.Ordinal),
            Patience
        );

    /// <summary>Remplit un champ.</summary>
    public static Task RemplirAsync<T>(this IRenderedComponent<T> page, string id, string valeur)
        where T : IComponent => page.Find($"#{id}").ChangeAsync(new() { Value = valeur });
}
