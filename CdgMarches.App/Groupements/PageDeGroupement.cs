using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Groupements;

/// <summary>Ce que tous les onglets d'un groupement partagent.</summary>
public abstract class PageDeGroupement : PageDeFiche<FicheGroupement>
{
    [Inject]
    protected LireFicheGroupement LireFiche { get; set; } = null!;

    [Inject]
    protected ComparerSaisies Comparer { get; set; } = null!;

    protected GroupementId Groupement => new(Id);

    protected override Task<FicheGroupement?> LireAsync(Acteur acteur) => LireFiche.ExecuterAsync(acteur, Groupement);

    /// <summary>Enregistre une saisie ; si un collègue a enregistré entre-temps, rend les deux saisies à comparer.</summary>
    /// <param name="casDUsage">Ce qui enregistre.</param>
    /// <param name="succes">La phrase du succès.</param>
    /// <param name="comparaison">De quoi comparer les deux saisies.</param>
    /// <returns>Le conflit à montrer ; null si tout est enregistré, ou si une règle refuse (<c>Retour</c> le dit).</returns>
    protected async Task<Conflit<TModele>?> EnregistrerAsync<TModele>(
        Func<Acteur, Task> casDUsage,
        string succes,
        Comparaison<TModele> comparaison
    )
        where TModele : class
    {
        if (await AgirAsync(casDUsage, succes) || Retour is not { Conflit: true })
        {
            return null;
        }

        var conflit = await Comparer.ExecuterAsync(
            await ActeurCourant.LireAsync(),
            comparaison.Mienne,
            comparaison.Relire,
            comparaison.Champs,
            comparaison.ObjetType,
            comparaison.ObjetId,
            comparaison.Depart
        );
        Retour = conflit is null ? Retour : null;
        return conflit;
    }
}

/// <summary>De quoi comparer ma saisie à celle d'un collègue qui a enregistré entre-temps.</summary>
/// <param name="Mienne">Ce que j'ai saisi.</param>
/// <param name="Depart">Ce que j'avais sous les yeux en commençant.</param>
/// <param name="Relire">Relit l'objet, sans toucher à ma saisie.</param>
/// <param name="Champs">Les champs du formulaire.</param>
/// <param name="ObjetType">Le type de l'objet, tel que le journal le nomme.</param>
/// <param name="ObjetId">Sa clé.</param>
public sealed record Comparaison<TModele>(
    TModele Mienne,
    TModele Depart,
    Func<Task<TModele?>> Relire,
    IReadOnlyList<ChampCompare<TModele>> Champs,
    string ObjetType,
    Guid ObjetId
)
    where TModele : class;
