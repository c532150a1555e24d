using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Socle.Conflits;

/// <summary>Un champ d'un formulaire, tel que le conflit le compare et le montre.</summary>
/// <param name="Libelle">Le libellé du champ, unique dans son formulaire.</param>
/// <param name="Lire">Sa valeur en clair, telle que la page l'affiche.</param>
/// <param name="Copier">Met dans la première saisie la valeur de la seconde ; sans lui, le champ ne se choisit pas à part.</param>
public sealed record ChampCompare<TModele>(string Libelle, Func<TModele, string?> Lire, Action<TModele, TModele>? Copier = null);

/// <summary>Un champ où les deux saisies diffèrent.</summary>
public sealed record Divergence(string Libelle, string LaMienne, string LaSienne);

/// <summary>Ce que quelqu'un d'autre a enregistré pendant que l'on saisissait.</summary>
/// <param name="Mienne">Ce que j'ai saisi.</param>
/// <param name="Sienne">L'objet tel qu'il est maintenant, à jour de version.</param>
/// <param name="Par">Qui l'a changé en dernier, d'après l'historique.</param>
/// <param name="Le">Quand.</param>
/// <param name="Divergences">Les champs qui diffèrent ; vide si les deux saisies ne se contredisent pas.</param>
public sealed record Conflit<TModele>(
    TModele Mienne,
    TModele Sienne,
    string Par,
    DateTimeOffset? Le,
    IReadOnlyList<Divergence> Divergences
)
{
    private IReadOnlyList<ChampCompare<TModele>> Champs { get; init; } = [];

    /// <summary>Vrai si l'on peut choisir champ par champ : chaque champ qui diffère sait se copier.</summary>
    public bool ParChamp => Divergences.All(d => Champ(d) is { Copier: not null });

    internal static Conflit<TModele> De(
        TModele mienne,
        TModele sienne,
        string par,
        DateTimeOffset? le,
        IReadOnlyList<ChampCompare<TModele>> champs,
        TModele? depart
    )
    {
        List<Divergence> divergences = [];
        foreach (var champ in champs)
        {
            var (moi, lui) = (Net(champ, mienne), Net(champ, sienne));
            if (depart is not null && champ.Copier is { } copier && moi == Net(champ, depart))
            {
                copier(mienne, sienne);
            }
            else if (moi != lui && (depart is null || lui != Net(champ, depart)))
            {
                divergences.Add(new Divergence(champ.Libelle, moi, lui));
            }
        }

        return new Conflit<TModele>(mienne, sienne, par, le, divergences) { Champs = champs };
    }

    /// <summary>Met dans ma saisie la valeur de l'autre, pour les champs où je la prends.</summary>
    public void Prendre(IEnumerable<Divergence> prises)
    {
        foreach (var prise in prises)
        {
            Champ(prise)?.Copier?.Invoke(Mienne, Sienne);
        }
    }

    private ChampCompare<TModele>? Champ(Divergence divergence) => Champs.FirstOrDefault(c => c.Libelle == divergence.Libelle);

    private static string Net(ChampCompare<TModele> champ, TModele saisie) => champ.Lire(saisie)?.Trim() ?? "";
}

/// <summary>
/// Après un enregistrement refusé parce que l'objet a changé : relit l'objet, dit par qui, et compare les deux saisies.
/// Rien de ce qui a été saisi n'est perdu.
/// </summary>
public sealed class ComparerSaisies(IDbContextFactory<MarchesDbContext> donnees)
{
    /// <summary>Quand rien ne dit qui a changé l'objet.</summary>
    internal const string Personne = "un autre utilisateur";

    /// <param name="acteur">Celui qui voulait enregistrer.</param>
    /// <param name="mienne">Ce qu'il a saisi.</param>
    /// <param name="relire">La lecture de la page, qui vérifie ses droits ; rend null si l'objet n'existe plus.</param>
    /// <param name="champs">Les champs du formulaire.</param>
    /// <param name="objetType">Le type de l'objet, tel que le journal le nomme.</param>
    /// <param name="objetId">Sa clé.</param>
    /// <param name="depart">
    /// Ce qu'il avait sous les yeux en commençant : ce que l'autre seul a changé passe alors dans sa saisie, et seul reste à
    /// choisir ce que les deux ont changé.
    /// </param>
    /// <param name="annulation">Abandonne la lecture.</param>
    /// <returns>Null si l'objet a été supprimé entre-temps.</returns>
    public async Task<Conflit<TModele>?> ExecuterAsync<TModele>(
        Acteur acteur,
        TModele mienne,
        Func<Task<TModele?>> relire,
        IReadOnlyList<ChampCompare<TModele>> champs,
        string objetType,
        Guid objetId,
        TModele? depart = null,
        CancellationToken annulation = default
    )
        where TModele : class
    {
        acteur.Exiger(Droits.Consulter);
        if (await relire() is not { } sienne)
        {
            return null;
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var dernier = await contexte
            .Journal.Where(l => l.ObjetType == objetType && l.ObjetId == objetId)
            .OrderByDescending(l => l.Instant)
            .ThenByDescending(l => l.Id)
            .Select(l => new { l.Acteur, l.Instant })
            .FirstOrDefaultAsync(annulation);
        return Conflit<TModele>.De(mienne, sienne, dernier?.Acteur ?? Personne, dernier?.Instant, champs, depart);
    }
}
