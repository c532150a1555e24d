using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Conventions;

/// <summary>Les conventions d'accès, filtrées et triées dans l'adresse.</summary>
public sealed partial class PageConventions(LireConventions lire, ActeurCourant acteurCourant, NavigationManager navigation)
{
    private static readonly IReadOnlyList<Lien> Fil = [new("Accueil", "/")];

    private bool _gere;

    /// <summary>L'export porte exactement ce que la liste filtre et trie.</summary>
    private string Export => $"/conventions/export.xlsx{new Uri(navigation.Uri).Query}";

    protected override async Task OnInitializedAsync() => _gere = (await acteurCourant.LireAsync()).Peut(Droits.GererConventions);

    private async Task<PageDe<LigneDeConvention>> ChargerAsync(Demande demande) =>
        await lire.ExecuterAsync(await acteurCourant.LireAsync(), demande);
}
