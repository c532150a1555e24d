using CdgMarches.App.Socle;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Accueil;

/// <summary>Ce que les sources ont rendu, et le nom de celles qui n'ont pu répondre.</summary>
/// <param name="Elements">Les éléments rendus.</param>
/// <param name="Manquantes">Le nombre de sources en panne : le reste s'affiche quand même.</param>
public sealed record Recolte<T>(IReadOnlyList<T> Elements, int Manquantes);

/// <summary>Interroge toutes les sources d'un écran ; la panne de l'une ne prive pas des autres.</summary>
public sealed partial class LireSources(
    IEnumerable<ISourceATraiter> aTraiter,
    IEnumerable<ISourceDeRecherche> recherches,
    IEnumerable<ISourceDeSynthese> syntheses,
    HorlogeLegale horloge,
    ILogger<LireSources> journal
)
{
    /// <summary>Le nombre de résultats montrés par type dans la recherche globale.</summary>
    public const int ParType = 10;

    public async Task<Recolte<CarteATraiter>> ATraiterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        var recolte = await RecolterAsync(aTraiter, s => s.ExecuterAsync(acteur, annulation));
        return recolte with
        {
            Elements =
            [
                .. recolte
                    .Elements.Where(c => c.Nombre > 0)
                    .OrderByDescending(c => c.EnRetard > 0)
                    .ThenBy(c => c.Ordre)
                    .ThenBy(c => c.Titre),
            ],
        };
    }

    public async Task<Recolte<ResultatDeRecherche>> ChercherAsync(
        Acteur acteur,
        string? recherche,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Consulter);
        var mots = CleDeTri.Mots(recherche);
        if (mots.Count == 0)
        {
            return new Recolte<ResultatDeRecherche>([], 0);
        }

        var recolte = await RecolterAsync(recherches, s => s.ExecuterAsync(acteur, mots, ParType, annulation));
        return recolte with { Elements = [.. recolte.Elements.GroupBy(r => r.Type).SelectMany(g => g.Take(ParType))] };
    }

    public async Task<Recolte<LigneDeSynthese>> SyntheseAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        return await RecolterAsync(syntheses, s => s.ExecuterAsync(acteur, horloge.Aujourdhui, annulation));
    }

    private async Task<Recolte<T>> RecolterAsync<TSource, T>(
        IEnumerable<TSource> sources,
        Func<TSource, Task<IReadOnlyList<T>>> lire
    )
    {
        List<T> elements = [];
        var manquantes = 0;
        foreach (var source in sources)
        {
            try
            {
                elements.AddRange(await lire(source));
            }
            catch (Exception panne) when (panne is not OperationCanceledException and not DroitManquantException)
            {
                manquantes++;
                SignalerPanne(panne, source!.GetType().Name);
            }
        }

        return new Recolte<T>(elements, manquantes);
    }

    [LoggerMessage(LogLevel.Error, "La source {Source} n'a pas répondu")]
    private partial void SignalerPanne(Exception panne, string source);
}
