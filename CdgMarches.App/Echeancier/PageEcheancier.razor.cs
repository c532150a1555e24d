using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;

namespace CdgMarches.App.Echeancier;

/// <summary>L'échéancier en liste : à venir et en retard d'abord.</summary>
public sealed partial class PageEcheancier(LireEcheancier lire, ActeurCourant acteurCourant)
{
    private static readonly IReadOnlyList<Option<string>> Etats =
    [
        new(LireEcheancier.EnRetard, "En retard"),
        new(LireEcheancier.Accomplies, "Accomplies"),
        new(LireEcheancier.ToutesLesDates, "Toutes"),
    ];

    private static readonly IReadOnlyList<Option<string>> Charges =
    [
        new("oui", "Les miennes"),
        new(LireEcheancier.OuSansAgent, "Les miennes et celles sans agent"),
    ];

    private IReadOnlyList<Option<string>> _objets = [];
    private bool _estCdg;

    protected override async Task OnInitializedAsync()
    {
        var acteur = await acteurCourant.LireAsync();
        _objets = [.. (await lire.TypesAsync(acteur)).Select(t => new Option<string>(t.Type, t.Nom))];
        _estCdg = acteur.Perimetre.EstCdg;
    }

    private async Task<PageDe<LigneDEcheance>> ChargerAsync(Demande demande) =>
        await lire.ExecuterAsync(await acteurCourant.LireAsync(), demande);
}
