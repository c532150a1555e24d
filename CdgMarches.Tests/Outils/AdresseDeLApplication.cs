using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Outils;

/// <summary>Une adresse de l'application, telle que le routage la connaît : les tests qui les parcourent toutes n'en listent aucune.</summary>
internal sealed class AdresseDeLApplication(RouteEndpoint point)
{
    /// <summary>Ce que MapStaticAssets ajoute en Développement.</summary>
    private const string FichiersStatiques = "/{**path:file}";

    public RoutePattern Route => point.RoutePattern;

    public string Chemin { get; } = "/" + point.RoutePattern.RawText!.TrimStart('/');

    public bool EstUnePage { get; } = point.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    public bool EstUneLecture { get; } =
        point.Metadata.GetMetadata<HttpMethodMetadata>() is not { } methodes || methodes.HttpMethods.Contains("GET");

    public IReadOnlyList<string> Strategies { get; } =
    [.. point.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).OfType<string>()];

    public static IEnumerable<AdresseDeLApplication> Toutes(ApplicationEnMarche app) =>
        app
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(e => new AdresseDeLApplication(e))
            .Where(a => !a.Chemin.StartsWith("/_", StringComparison.Ordinal) && a.Chemin != FichiersStatiques)
            .DistinctBy(a => (a.Chemin, a.EstUneLecture))
            .OrderBy(a => a.Chemin, StringComparer.Ordinal);

    /// <summary>L'adresse avec ces valeurs pour paramètres, dans l'ordre ; ce qui manque est un identifiant inconnu.</summary>
    public string Remplir(string[]? valeurs)
    {
        var rang = 0;
        var segments = Route.PathSegments.Select(s =>
            string.Concat(
                s.Parts.Select(p =>
                    p is RoutePatternLiteralPart litteral
                        ? litteral.Content
                        : Uri.EscapeDataString(valeurs is not null && rang < valeurs.Length ? valeurs[rang++] : Inconnu(p))
                )
            )
        );
        return "/" + string.Join('/', segments);
    }

    private string Inconnu(RoutePatternPart partie) =>
        partie is RoutePatternParameterPart parametre
        && Route.ParameterPolicies.TryGetValue(parametre.Name, out var regles)
        && regles.Any(r => r.Content == "int")
            ? "404"
            : Guid.NewGuid().ToString();
}
