using System.Data.Common;
using CdgMarches.App.Socle.Notifications;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components.Routing;

namespace CdgMarches.App.Socle.Composants;

/// <summary>La cloche de l'en-tête : le nombre d'avis non lus, relu à chaque page et quatre fois par minute.</summary>
public sealed partial class ClocheDeNotifications(
    LireNotifications lire,
    ActeurCourant acteur,
    Microsoft.AspNetCore.Components.NavigationManager navigation
) : IDisposable
{
    private static readonly TimeSpan Rythme = TimeSpan.FromSeconds(15);
    private readonly CancellationTokenSource _fin = new();
    private int _nombre;

    private string Libelle =>
        _nombre switch
        {
            0 => "Notifications : aucune non lue",
            1 => "Notifications : 1 non lue",
            _ => $"Notifications : {_nombre} non lues",
        };

    public void Dispose()
    {
        navigation.LocationChanged -= AdresseChangee;
        _fin.Cancel();
        _fin.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        navigation.LocationChanged += AdresseChangee;
        await CompterAsync();
        _ = SuivreAsync();
    }

    private void AdresseChangee(object? source, LocationChangedEventArgs changement) => _ = InvokeAsync(CompterAsync);

    private async Task SuivreAsync()
    {
        using var battement = new PeriodicTimer(Rythme);
        try
        {
            while (await battement.WaitForNextTickAsync(_fin.Token))
            {
                await InvokeAsync(CompterAsync);
            }
        }
        catch (Exception fin) when (fin is OperationCanceledException or ObjectDisposedException)
        {
            // The circuit is closed.
        }
    }

    private async Task CompterAsync()
    {
        try
        {
            _nombre = await lire.NonLuesAsync(await acteur.LireAsync(_fin.Token), _fin.Token);
            StateHasChanged();
        }
        catch (Exception absence)
            when (absence is DroitManquantException or DbException or OperationCanceledException or ObjectDisposedException)
        {
            // The bell is an extra: without an answer it keeps its last count.
        }
    }
}
