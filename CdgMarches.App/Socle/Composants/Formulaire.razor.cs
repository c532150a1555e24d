using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;

namespace CdgMarches.App.Socle.Composants;

/// <summary>Un formulaire : résumé des erreurs en tête, première erreur atteinte, et pas de départ sans avoir enregistré.</summary>
public sealed partial class Formulaire(IJSRuntime js, NavigationManager navigation)
{
    private readonly Dictionary<string, string> _lectures = [];
    private bool _modifie;
    private bool _enCours;
    private bool _atteindreErreur;

    /// <summary>Ce que fait la page ; elle remplit <see cref="Erreurs"/> ou <see cref="Retour"/> si rien n'a pu être enregistré.</summary>
    [Parameter]
    public EventCallback OnValider { get; set; }

    [Parameter]
    public IReadOnlyList<ErreurDeSaisie> Erreurs { get; set; } = [];

    [Parameter]
    public Retour? Retour { get; set; }

    [Parameter]
    public string LibelleValider { get; set; } = "Enregistrer";

    [Parameter]
    public string? Libelle { get; set; }

    /// <summary>Un formulaire parmi d'autres sur la page : son bouton n'en est pas l'action principale.</summary>
    [Parameter]
    public bool Secondaire { get; set; }

    /// <summary>L'adresse du lien Annuler.</summary>
    [Parameter]
    public string? Annuler { get; set; }

    [Parameter]
    public bool MentionObligatoire { get; set; } = true;

    [Parameter]
    public RenderFragment? Actions { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private List<ErreurDeSaisie> ToutesLesErreurs =>
        [.. _lectures.Select(l => new ErreurDeSaisie(l.Key, l.Value)), .. Erreurs.Where(e => !_lectures.ContainsKey(e.Champ))];

    internal string? ErreurDe(string champ) => Erreurs.FirstOrDefault(e => e.Champ == champ)?.Message;

    internal void SignalerSaisie()
    {
        if (!_modifie)
        {
            _modifie = true;
            StateHasChanged();
        }
    }

    internal void SignalerLecture(string champ, string? message)
    {
        var change = message is null ? _lectures.Remove(champ) : _lectures.TryAdd(champ, message);
        if (message is not null)
        {
            _lectures[champ] = message;
        }

        if (change)
        {
            StateHasChanged();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_atteindreErreur && !_enCours)
        {
            // Only now are the page's errors those of this attempt: while it works, it still shows those of the one before.
            _atteindreErreur = false;
            if (Erreurs.Count > 0 || Retour is { Reussi: false })
            {
                SignalerSaisie();
            }

            if (ToutesLesErreurs is [var premiere, ..])
            {
                await FocaliserAsync(premiere.Champ);
            }
        }
    }

    private async Task ValiderAsync()
    {
        if (_enCours)
        {
            return;
        }

        _atteindreErreur = true;
        if (_lectures.Count > 0)
        {
            return;
        }

        (_enCours, _modifie) = (true, false);
        try
        {
            await OnValider.InvokeAsync();
        }
        finally
        {
            _enCours = false;
        }
    }

    private async Task AvantDePartirAsync(LocationChangingContext depart)
    {
        if (
            _modifie
            && !depart.TargetLocation.StartsWith(navigation.Uri + "#", StringComparison.Ordinal)
            && !await js.InvokeAsync<bool>(
                "confirm",
                "Des saisies ne sont pas enregistrées. Quitter cette page et les abandonner ?"
            )
        )
        {
            depart.PreventNavigation();
        }
    }

    private string Ancre(string champ) => $"{navigation.Uri.Split('#')[0]}#{champ}";

    private ValueTask FocaliserAsync(string champ) => js.InvokeVoidAsync("cdgmarches.focaliser", champ);
}
