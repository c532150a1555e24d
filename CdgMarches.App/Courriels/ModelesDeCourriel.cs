using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CdgMarches.App.Courriels;

internal static class ModelesDeCourriel
{
    /// <summary>Enregistre les textes qu'une capacité laisse réécrire par le CDG, et de quoi les composer.</summary>
    public static IServiceCollection AddModelesDeCourriel(
        this IServiceCollection services,
        params ReadOnlySpan<DefinitionDeModele> modeles
    )
    {
        services.TryAddSingleton<ComposerCourriel>();
        services.TryAddSingleton<ApercevoirEnvoi>();
        foreach (var modele in modeles)
        {
            services.AddSingleton(modele);
        }

        return services;
    }
}
