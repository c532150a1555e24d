using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Collectivites;

/// <summary>Ce qu'un membre voit de sa propre fiche.</summary>
public sealed partial class PageEspaceCollectivite(LireFicheDeCollectivite lire, ActeurCourant acteurCourant)
{
    private static readonly IReadOnlyList<Lien> Fil = [new("Mon espace", "/espace")];

    private FicheDeCollectivite? _fiche;
    private bool _charge;

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnParametersSetAsync() =>
        (_fiche, _charge) = (await lire.ExecuterAsync(await acteurCourant.LireAsync(), new CollectiviteId(Id)), true);
}
