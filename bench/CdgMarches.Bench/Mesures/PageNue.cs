using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;

namespace CdgMarches.Bench.Mesures;

/// <summary>La page interactive la plus simple : un document sans le cadre de l'application, et un bouton dans un circuit.</summary>
internal sealed class PageNue : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.AddMarkupContent(
            0,
            """<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8" /><base href="/" /><title>Page nue</title></head><body>"""
        );
        builder.OpenComponent<Compteur>(1);
        builder.AddComponentRenderMode(new InteractiveServerRenderMode(prerender: false));
        builder.CloseComponent();
        builder.AddMarkupContent(2, """<script src="_framework/blazor.web.js"></script></body></html>""");
    }

    /// <summary>Public : le circuit le recrée par son type.</summary>
    public sealed class Compteur : ComponentBase
    {
        private int _clics;

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "button");
            builder.AddAttribute(1, "id", "compteur");
            builder.AddAttribute(2, "onclick", EventCallback.Factory.Create(this, () => _clics++));
            builder.AddContent(3, _clics);
            builder.CloseElement();
        }
    }
}
