using CdgMarches.App.Compte;
using CdgMarches.App.Demarrage;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Outils;

/// <summary>Des adresses publiques toutes faites, pour les cas d'usage qui écrivent aux membres.</summary>
internal static class AdressesDEssai
{
    public static IServiceCollection AddAdressesDEssai(this IServiceCollection services) =>
        services.AddSingleton(s => new AdressesPubliques(
            s.GetRequiredService<Reglages>() with
            {
                AdressePublique = new Uri("https://marches.example/"),
            },
            null!,
            null!
        ));
}
