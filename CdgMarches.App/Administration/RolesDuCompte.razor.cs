using CdgMarches.App.Socle;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Administration;

/// <summary>Les rôles d'un agent, et les groupements auxquels il est limité.</summary>
public sealed partial class RolesDuCompte(
    ModifierRoles modifier,
    LireFicheDeCompte lire,
    ActeurCourant acteurCourant,
    Operation operation
)
{
    private string? _lue;
    private HashSet<RoleCdg> _roles = [];
    private HashSet<GroupementId> _limites = [];
    private IReadOnlyList<GroupementPropose> _groupements = [];
    private Retour? _retour;

    [Parameter, EditorRequired]
    public FicheDeCompte Fiche { get; set; } = null!;

    [Parameter]
    public EventCallback<Retour> OnChange { get; set; }

    protected override async Task OnInitializedAsync() =>
        _groupements = await lire.GroupementsAsync(await acteurCourant.LireAsync());

    protected override void OnParametersSet()
    {
        if (_lue != Fiche.Version)
        {
            _lue = Fiche.Version;
            _roles = [.. Fiche.Roles];
            _limites = [.. Fiche.Limites.Select(l => l.Id)];
        }
    }

    private async Task EnregistrerAsync()
    {
        _retour = await operation.ExecuterAsync(
            async () => await modifier.ExecuterAsync(await acteurCourant.LireAsync(), Fiche.Id, _lue, _roles, _limites),
            "Les rôles sont enregistrés."
        );
        if (_retour.Reussi)
        {
            await OnChange.InvokeAsync(_retour);
            _retour = null;
        }
    }
}
