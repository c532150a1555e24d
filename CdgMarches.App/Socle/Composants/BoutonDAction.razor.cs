using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Socle.Composants;

/// <summary>Un bouton qui dit pourquoi il ne peut pas agir, et qui n'agit qu'une fois à la fois.</summary>
/// <remarks>Il reste atteignable au clavier quand il est refusé (aria-disabled) : les raisons se lisent avec lui.</remarks>
public sealed partial class BoutonDAction
{
    private readonly string _idRaisons = $"raisons-{Guid.NewGuid():N}";
    private bool _agit;

    [Parameter, EditorRequired]
    public string Libelle { get; set; } = "";

    [Parameter]
    public EventCallback OnClick { get; set; }

    /// <summary>Les règles de l'action ; ses obstacles rendent le bouton inactif et sont listés sous lui.</summary>
    [Parameter]
    public Verdict? Verdict { get; set; }

    /// <summary>Une raison en clair quand ce n'est pas une règle qui s'oppose.</summary>
    [Parameter]
    public string? Raison { get; set; }

    [Parameter]
    public bool Principal { get; set; }

    [Parameter]
    public bool Danger { get; set; }

    /// <summary>Vrai tant qu'un travail lancé par ce bouton se poursuit.</summary>
    [Parameter]
    public bool EnCours { get; set; }

    private bool EstOccupe => EnCours || _agit;

    private bool EstRefuse => Verdict is { EstFavorable: false } || Raison is not null;

    private bool EstInactif => EstRefuse || EstOccupe;

    private async Task AgirAsync()
    {
        if (EstInactif)
        {
            return;
        }

        _agit = true;
        try
        {
            await OnClick.InvokeAsync();
        }
        finally
        {
            _agit = false;
        }
    }
}
