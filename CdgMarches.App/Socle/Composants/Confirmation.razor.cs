using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CdgMarches.App.Socle.Composants;

/// <summary>Demande confirmation avant une action grave : le texte nomme ce qui va arriver, et à combien d'objets.</summary>
public sealed partial class Confirmation(IJSRuntime js)
{
    private readonly string _idTitre = $"confirmation-{Guid.NewGuid():N}";
    private ElementReference _dialogue;
    private bool _agit;
    private Retour? _refus;

    private string IdTexte => _idTitre + "-texte";

    [Parameter, EditorRequired]
    public string Titre { get; set; } = "";

    [Parameter]
    public string Texte { get; set; } = "";

    /// <summary>Le verbe de l'action (« Supprimer les 3 lignes »), jamais « Oui ».</summary>
    [Parameter, EditorRequired]
    public string Libelle { get; set; } = "";

    [Parameter]
    public string LibelleAnnuler { get; set; } = "Annuler";

    [Parameter]
    public bool Danger { get; set; }

    [Parameter]
    public EventCallback OnConfirmer { get; set; }

    /// <summary>Ce que l'action demande en plus : un motif, un choix.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Le retour de l'action, que la page affiche : un refus garde le dialogue ouvert, s'y lit, et rien de saisi n'est perdu.</summary>
    [Parameter]
    public Retour? Retour { get; set; }

    /// <summary>Ce que l'action refusée demande de corriger dans ce champ du dialogue.</summary>
    internal string? ErreurDe(string champ) => _refus?.Obstacles.FirstOrDefault(o => o.Champ == champ)?.Message;

    public Task OuvrirAsync()
    {
        _refus = null;
        return js.InvokeVoidAsync("cdgmarches.ouvrirDialogue", _dialogue).AsTask();
    }

    public Task FermerAsync() => js.InvokeVoidAsync("cdgmarches.fermerDialogue", _dialogue).AsTask();

    private async Task ConfirmerAsync()
    {
        if (_agit)
        {
            return;
        }

        _agit = true;
        var avant = Retour;
        try
        {
            await OnConfirmer.InvokeAsync();
            // The page's answer comes down as a parameter, once the renderer is done with this event.
            await Task.Yield();
            _refus = Retour is { Reussi: false } && !ReferenceEquals(avant, Retour) ? Retour : null;
            if (_refus is null)
            {
                await FermerAsync();
            }
        }
        finally
        {
            _agit = false;
        }
    }
}
