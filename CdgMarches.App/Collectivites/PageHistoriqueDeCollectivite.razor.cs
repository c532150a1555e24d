using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Journal;
using CdgMarches.Domain.Collectivites;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Collectivites;

/// <summary>Ce qui est arrivé à la fiche et aux doublons qu'elle a absorbés.</summary>
public sealed partial class PageHistoriqueDeCollectivite(
    LireFicheDeCollectivite lire,
    LireHistoriqueDeCollectivite lireHistorique,
    ActeurCourant acteurCourant
)
{
    private FicheDeCollectivite? _fiche;
    private bool _charge;

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnParametersSetAsync() =>
        (_fiche, _charge) = (await lire.ExecuterAsync(await acteurCourant.LireAsync(), new CollectiviteId(Id)), true);

    private async Task<PageDe<LigneDHistorique>> LireAsync(Demande demande) =>
        await lireHistorique.ExecuterAsync(await acteurCourant.LireAsync(), new CollectiviteId(Id), demande);
}
