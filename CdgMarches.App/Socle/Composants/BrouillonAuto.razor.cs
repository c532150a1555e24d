using System.Data.Common;
using CdgMarches.App.Socle.Brouillons;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Socle.Composants;

/// <summary>
/// Garde sur le serveur, toutes les deux secondes, le modèle d'un long formulaire, et propose de le reprendre. La page appelle
/// <see cref="EffacerAsync"/> quand elle a enregistré pour de bon.
/// </summary>
public sealed partial class BrouillonAuto<TModele>(GarderBrouillon garder, ActeurCourant acteur, HorlogeLegale horloge)
    : IAsyncDisposable
{
    private static readonly TimeSpan Rythme = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource _fin = new();
    private BrouillonLu? _ancien;
    private string _garde = "";
    private string _etat = "";
    private Acteur? _acteur;

    /// <summary>Le formulaire et son objet (« campagne/nouvelle »).</summary>
    [Parameter, EditorRequired]
    public string Cle { get; set; } = "";

    /// <summary>Le modèle du formulaire, que JSON sait écrire et relire.</summary>
    [Parameter, EditorRequired]
    public TModele Valeur { get; set; } = null!;

    /// <summary>La page remplace alors son modèle par celui du brouillon.</summary>
    [Parameter, EditorRequired]
    public EventCallback<TModele> OnReprendre { get; set; }

    /// <summary>Détruit le brouillon : ce qu'il contenait est enregistré.</summary>
    public async Task EffacerAsync()
    {
        await _fin.CancelAsync();
        (_ancien, _etat) = (null, "");
        if (_acteur is not null)
        {
            await garder.SupprimerAsync(_acteur, Cle);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_fin.IsCancellationRequested)
        {
            await _fin.CancelAsync();
            await GarderAsync();
        }

        _fin.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        // After the first rendering of the whole form, which may complete its own model: only what is typed later is a draft.
        _garde = Ecrire();
        _acteur = await acteur.LireAsync();
        if (await garder.LireAsync(_acteur, Cle) is { } lu && lu.Json != _garde)
        {
            _ancien = lu;
            StateHasChanged();
        }

        _ = SuivreAsync();
    }

    private async Task SuivreAsync()
    {
        using var battement = new PeriodicTimer(Rythme);
        try
        {
            while (await battement.WaitForNextTickAsync(_fin.Token))
            {
                await InvokeAsync(GarderAsync);
            }
        }
        catch (Exception fin) when (fin is OperationCanceledException or ObjectDisposedException)
        {
            // Saved for good, or the page is gone.
        }
    }

    /// <summary>Tant que l'on n'a pas choisi quoi faire de l'ancien brouillon, rien ne le remplace.</summary>
    private async Task GarderAsync()
    {
        var json = Ecrire();
        if (_acteur is null || _ancien is not null || json == _garde)
        {
            return;
        }

        try
        {
            var instant = await garder.EnregistrerAsync(_acteur, Cle, json);
            (_garde, _etat) = (json, $"Brouillon enregistré à {Formats.Heure(instant, horloge.Fuseau)}.");
        }
        catch (RefusException refus)
        {
            _etat = refus.Message;
        }
        catch (Exception panne) when (panne is DbException or DbUpdateException or TimeoutException)
        {
            _etat = "Le brouillon n'a pas pu être gardé ; votre saisie est toujours à l'écran, un nouvel essai suit.";
        }

        if (!_fin.IsCancellationRequested)
        {
            StateHasChanged();
        }
    }

    private async Task ReprendreAsync()
    {
        if (JsonDesBrouillons.Lire<TModele>(_ancien!.Json) is { } repris)
        {
            (_garde, _ancien) = (_ancien.Json, null);
            await OnReprendre.InvokeAsync(repris);
            return;
        }

        // The form has changed since: what was kept no longer fits it.
        await AbandonnerAsync();
        _etat = "Ce brouillon date d'une version précédente du formulaire et n'a pas pu être repris.";
    }

    private async Task AbandonnerAsync()
    {
        _ancien = null;
        await garder.SupprimerAsync(_acteur!, Cle);
    }

    private string Ecrire() => JsonDesBrouillons.Ecrire(Valeur);
}
