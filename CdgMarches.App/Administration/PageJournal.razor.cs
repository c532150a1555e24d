using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;

namespace CdgMarches.App.Administration;

/// <summary>Le journal de toute l'application.</summary>
public sealed partial class PageJournal(LireJournal lire, ActeurCourant acteurCourant, HorlogeLegale horloge)
{
    private IReadOnlyList<Option<string>> _objets = [];

    protected override async Task OnInitializedAsync() =>
        _objets = [
            .. (await lire.ObjetsAsync(await acteurCourant.LireAsync())).Select(o => new Option<string>(o, NomsDObjets.De(o))),
        ];

    private async Task<PageDe<LigneDuJournal>> ChargerAsync(Demande demande) =>
        await lire.ExecuterAsync(await acteurCourant.LireAsync(), demande);
}
