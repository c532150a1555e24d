using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Socle.Composants;

/// <summary>Ce qu'a donné une action, et pendant dix secondes de quoi la défaire quand elle se défait.</summary>
/// <remarks>Le bouton « Annuler » ne disparaît pas sous le doigt : tant qu'il est atteint ou survolé, il reste.</remarks>
public sealed partial class RetourDAction
{
    private static readonly TimeSpan Pas = TimeSpan.FromMilliseconds(500);
    private CancellationTokenSource? _attente;
    private Retour? _suivi;
    private bool _annulable;
    private bool _tenu;

    [Parameter, EditorRequired]
    public Retour? Retour { get; set; }

    /// <summary>Ce qui accompagne un refus : saisie d'un motif, comparaison des deux valeurs d'un conflit.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Combien de temps l'action peut être défaite d'un geste.</summary>
    [Parameter]
    public TimeSpan DureeDAnnulation { get; set; } = TimeSpan.FromSeconds(10);

    public void Dispose() => Oublier();

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_suivi, Retour))
        {
            return;
        }

        Oublier();
        _suivi = Retour;
        if (Retour is { Reussi: true, Annuler: not null })
        {
            _attente = new CancellationTokenSource();
            (_annulable, _tenu) = (true, false);
            _ = RetirerAsync(_attente.Token);
        }
    }

    private void Oublier()
    {
        _annulable = false;
        _attente?.Cancel();
        _attente?.Dispose();
        _attente = null;
    }

    private async Task RetirerAsync(CancellationToken annulation)
    {
        try
        {
            await Task.Delay(DureeDAnnulation, annulation);
            while (_tenu)
            {
                await Task.Delay(Pas, annulation);
            }

            _annulable = false;
            await InvokeAsync(StateHasChanged);
        }
        catch (OperationCanceledException)
        {
            // Une autre action, ou la page quittée.
        }
    }

    private async Task AnnulerAsync()
    {
        var annuler = Retour!.Annuler!.Value;
        Oublier();
        await annuler.InvokeAsync();
    }
}
