using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Socle.Conflits;

/// <summary>Un champ d'un formulaire, tel que le conflit le compare et le montre.</summary>
/// <param name="Libelle">Le libellé du champ.</param>
/// <param name="Lire">Sa valeur en clair, telle que la page l'affiche.</param>
public sealed record ChampCompare<TModele>(string Libelle, Func<TModele, string?> Lire);

/// <summary>Un champ où les deux saisies diffèrent.</summary>
public sealed record Divergence(string Libelle, string LaMienne, string LaSienne);

/// <summary>Ce que quelqu'un d'autre a enregistré pendant que l'on saisissait.</summary>
/// <param name="Sienne">L'objet tel qu'il est maintenant, à jour de version.</param>
/// <param name="Par">Qui l'a changé en dernier, d'après l'historique.</param>
/// <param name="Le">Quand.</param>
/// <param name="Divergences">Les champs qui diffèrent ; vide si les deux ont saisi la même chose.</param>
public sealed record Conflit<TModele>(TModele Sienne, string Par, DateTimeOffset? Le, IReadOnlyList<Divergence> Divergences);

/// <summary>
/// Après un enregistrement refusé parce que l'objet a changé : relit l'objet, dit par qui, et compare les deux saisies.
/// Rien de ce qui a été saisi n'est perdu.
/// </summary>
public sealed class ComparerSaisies(IDbContextFactory<MarchesDbContext> donnees)
{
    private const string Personne = "un autre utilisateur";

    /// <param name="acteur">Celui qui voulait enregistrer.</param>
    /// <param name="mienne">Ce qu'il a saisi.</param>
    /// <param name="relire">La lecture de la page, qui vérifie ses droits ; rend null si l'objet n'existe plus.</param>
    /// <param name="champs">Les champs du formulaire.</param>
    /// <param name="objetType">Le type de l'objet, tel que le journal le nomme.</param>
    /// <param name="objetId">Sa clé.</param>
    /// <param name="annulation">Abandonne la lecture.</param>
    /// <returns>Null si l'objet a été supprimé entre-temps.</returns>
    public async Task<Conflit<TModele>?> ExecuterAsync<TModele>(
        Acteur acteur,
        TModele mienne,
        Func<Task<TModele?>> relire,
        IReadOnlyList<ChampCompare<TModele>> champs,
        string objetType,
        Guid objetId,
        CancellationToken annulation = default
    )
        where TModele : class
    {
        acteur.Exiger(Droits.Consulter);
        if (await relire() is not { } sienne)
        {
            return null;
        }

        var divergences = champs
            .Select(c => new Divergence(c.Libelle, c.Lire(mienne) ?? "", c.Lire(sienne) ?? ""))
            .Where(d => !string.Equals(d.LaMienne.Trim(), d.LaSienne.Trim(), StringComparison.Ordinal))
            .ToList();
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var dernier = await contexte
            .Journal.Where(l => l.ObjetType == objetType && l.ObjetId == objetId)
            .OrderByDescending(l => l.Instant)
            .ThenByDescending(l => l.Id)
            .Select(l => new { l.Acteur, l.Instant })
            .FirstOrDefaultAsync(annulation);
        return new Conflit<TModele>(sienne, dernier?.Acteur ?? Personne, dernier?.Instant, divergences);
    }
}
