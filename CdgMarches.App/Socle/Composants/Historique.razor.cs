using CdgMarches.App.Socle.Journal;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Socle.Composants;

/// <summary>L'onglet Historique de tout objet : qui, quand, quoi, avant et après, motif.</summary>
/// <remarks>La page qui le porte a vérifié que l'objet est du périmètre de l'agent ; un membre ne voit que ses propres lignes.</remarks>
public sealed partial class Historique(LireHistorique lire, ActeurCourant acteur, HorlogeLegale horloge)
{
    /// <summary>Le nom de la classe de la racine (« Campagne »).</summary>
    [Parameter, EditorRequired]
    public string ObjetType { get; set; } = "";

    [Parameter, EditorRequired]
    public Guid ObjetId { get; set; }

    /// <summary>Une lecture à elle, pour un objet qui en a absorbé d'autres.</summary>
    [Parameter]
    public Func<Demande, Task<PageDe<LigneDHistorique>>>? Charger { get; set; }

    private async Task<PageDe<LigneDHistorique>> LireAsync(Demande demande) =>
        Charger is not null
            ? await Charger(demande)
            : await lire.ExecuterAsync(await acteur.LireAsync(), ObjetType, ObjetId, demande);
}
