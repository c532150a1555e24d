using CdgMarches.Database;
using CdgMarches.Domain.Parametres;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CdgMarches.App.Parametres;

/// <summary>Les valeurs datées et les réglages du CDG, lus souvent et changés rarement : gardés quelques secondes.</summary>
/// <remarks>Un changement vaut tout de suite sur ce nœud, et au plus dix secondes plus tard sur les autres.</remarks>
public sealed class LireParametres(IDbContextFactory<MarchesDbContext> donnees, IMemoryCache cache)
{
    private static readonly TimeSpan Fraicheur = TimeSpan.FromSeconds(10);

    /// <summary>Toutes les valeurs datées, pour y chercher celle qui vaut un jour donné.</summary>
    public async Task<ValeursDatees> ValeursAsync(CancellationToken annulation = default) =>
        new((await ChargerAsync(annulation)).Valeurs);

    /// <summary>Les seuils de la commande publique.</summary>
    public async Task<SeuilsDeProcedure> SeuilsAsync(CancellationToken annulation = default) =>
        new((await ChargerAsync(annulation)).Valeurs);

    /// <summary>Un réglage général (<see cref="ClesDeReglage"/>), ou sa valeur d'origine.</summary>
    public async Task<string> ReglageAsync(string cle, CancellationToken annulation = default) =>
        (await ChargerAsync(annulation)).Reglages.GetValueOrDefault(cle) ?? ClesDeReglage.Defaut(cle);

    /// <summary>Oublie ce qui était gardé, après un changement.</summary>
    public void Oublier() => cache.Remove(typeof(LireParametres));

    private async Task<Parametrage> ChargerAsync(CancellationToken annulation) =>
        (
            await cache.GetOrCreateAsync(
                typeof(LireParametres),
                async entree =>
                {
                    entree.AbsoluteExpirationRelativeToNow = Fraicheur;
                    await using var contexte = await donnees.CreateDbContextAsync(annulation);
                    return new Parametrage(
                        await contexte.ValeursDatees.AsNoTracking().ToListAsync(annulation),
                        await contexte.ReglagesGeneraux.ToDictionaryAsync(r => r.Cle, r => r.Valeur, annulation)
                    );
                }
            )
        )!;

    private sealed record Parametrage(IReadOnlyList<ValeurDatee> Valeurs, Dictionary<string, string> Reglages);
}
