using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Commissions;

/// <summary>Les commissions que l'agent peut voir.</summary>
public sealed partial class PageCommissions(LireCommissions lire, ActeurCourant acteurCourant)
{
    private static readonly IReadOnlyList<Lien> Fil = [new("Accueil", "/")];

    private bool _gere;

    protected override async Task OnInitializedAsync() => _gere = (await acteurCourant.LireAsync()).Peut(Droits.GererCommissions);

    private async Task<PageDe<LigneDeCommission>> ChargerAsync(Demande demande) =>
        await lire.ExecuterAsync(await acteurCourant.LireAsync(), demande);
}
