using CdgMarches.Database;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CdgMarches.App.Recensements;

/// <summary>Les médianes, ligne par ligne, des réponses validées des membres de même catégorie et de même taille.</summary>
/// <remarks>
/// La taille est la population totale la plus récente (RG6.29) ; sans population, pas de strate, donc pas de comparaison.
/// Gardées cinq minutes : une médiane ne change pas d'une cellule à l'autre.
/// </remarks>
public sealed class MedianesDeStrate(IMemoryCache cache)
{
    private static readonly TimeSpan Fraicheur = TimeSpan.FromMinutes(5);

    /// <summary>Les bornes basses des strates de population.</summary>
    private static readonly int[] Bornes = [0, 500, 1_000, 2_000, 3_500, 5_000, 10_000, 20_000, 50_000, 100_000, int.MaxValue];

    public async Task<IReadOnlyDictionary<int, decimal>> DeLaReponseAsync(
        MarchesDbContext contexte,
        Reponse reponse,
        CancellationToken annulation
    )
    {
        var membre = await contexte
            .Collectivites.Where(c => c.Id == reponse.Collectivite)
            .Select(c => new
            {
                c.Categorie,
                Population = c
                    .Populations.Where(p => p.Totale != null)
                    .OrderByDescending(p => p.Annee)
                    .Select(p => p.Totale)
                    .FirstOrDefault(),
            })
            .SingleAsync(annulation);
        if (membre.Population is not { } population)
        {
            return new Dictionary<int, decimal>();
        }

        var strate = Array.FindLastIndex(Bornes, b => b <= population);
        var (bas, haut) = (Bornes[strate], Bornes[strate + 1]);
        var cle = (typeof(MedianesDeStrate), reponse.Campagne, reponse.Prestation, membre.Categorie, strate);
        return (
            await cache.GetOrCreateAsync(
                cle,
                async entree =>
                {
                    entree.AbsoluteExpirationRelativeToNow = Fraicheur;
                    var valeurs = await (
                        from autre in contexte.Reponses
                        join collectivite in contexte.Collectivites on autre.Collectivite equals collectivite.Id
                        join ligne in contexte.LignesDeReponse on autre.Id equals ligne.Reponse
                        where
                            autre.Campagne == reponse.Campagne
                            && autre.Prestation == reponse.Prestation
                            && autre.Etat == EtatDeReponse.Validee
                            && collectivite.Categorie == membre.Categorie
                        let taille = collectivite
                            .Populations.Where(p => p.Totale != null)
                            .OrderByDescending(p => p.Annee)
                            .Select(p => p.Totale)
                            .FirstOrDefault()
                        where taille >= bas && taille < haut
                        select new
                        {
                            ligne.Ligne,
                            Valeur = ligne.EstimeMilliemes
                                ?? ligne.MaximumMilliemes
                                ?? ligne.MinimumMilliemes
                                ?? ligne.MontantHtCentimes,
                        }
                    ).ToListAsync(annulation);
                    return valeurs
                        .Where(v => v.Valeur is not null)
                        .GroupBy(v => v.Ligne, v => v.Valeur!.Value)
                        .Select(g => (g.Key, Mediane: Anomalies.Mediane(g)))
                        .Where(g => g.Mediane is not null)
                        .ToDictionary(g => g.Key, g => g.Mediane!.Value);
                }
            )
        )!;
    }
}
