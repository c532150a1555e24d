using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Outils;

/// <summary>De quoi afficher une page statique, ouverte par un lien personnel, sans serveur.</summary>
internal static class PagesStatiques
{
    public static IServiceCollection AddPagesStatiques(this IServiceCollection services) =>
        services.AddSingleton<AntiforgeryStateProvider, SansJeton>();

    /// <summary>La requête qui ouvre la page.</summary>
    public static ComponentParameterCollectionBuilder<TPage> Demandee<TPage>(
        this ComponentParameterCollectionBuilder<TPage> parametres
    )
        where TPage : IComponent => parametres.AddCascadingValue<HttpContext>(new DefaultHttpContext());

    /// <summary>Le jeton que porte la dernière ligne d'un courriel où paraît ce chemin.</summary>
    public static string JetonDe(string texte, string chemin)
    {
        var debut = texte.LastIndexOf(chemin, StringComparison.Ordinal) + chemin.Length;
        var fin = texte.IndexOfAny([' ', '\r', '\n'], debut);
        return fin < 0 ? texte[debut..] : texte[debut..fin];
    }

    private sealed class SansJeton : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
