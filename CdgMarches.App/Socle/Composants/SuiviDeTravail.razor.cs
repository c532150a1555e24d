using System.Data.Common;
using CdgMarches.App.Socle.Travaux;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Socle.Composants;

/// <summary>Suit un travail de fond jusqu'à sa fin : barre de progression, motif d'un échec, lien du fichier.</summary>
public sealed partial class SuiviDeTravail(
    LireTravaux lire,
    FileDeTravaux file,
    ActeurCourant acteur,
    Operation operation,
    HorlogeLegale horloge
) : IDisposable
{
    private static readonly TimeSpan Rythme = TimeSpan.FromMilliseconds(500);
    private readonly CancellationTokenSource _fin = new();
    private TravailSuivi? _suivi;
    private Retour? _retour;
    private bool _introuvable;
    private Guid _suivie;

    [Parameter, EditorRequired]
    public Guid Id { get; set; }

    /// <summary>Appelé une fois, quand le travail est fini, échoué ou annulé.</summary>
    [Parameter]
    public EventCallback<TravailSuivi> OnFini { get; set; }

    private string Titre => _suivi!.Etape ?? _suivi.Libelle;

    private string Avancement => _suivi!.Etat is EtatDeTravail.EnAttente ? "en attente" : "en cours";

    private string Etat =>
        _suivi!.Etat switch
        {
            EtatDeTravail.EnAttente =>
                $"{Typographie.Citer(_suivi.Libelle)} va commencer. Vous pouvez quitter cette page : un avis vous préviendra.",
            EtatDeTravail.EnCours =>
                $"{Typographie.Citer(_suivi.Libelle)} se prépare. Vous pouvez quitter cette page : un avis vous préviendra.",
            EtatDeTravail.Termine =>
                $"{Typographie.Citer(_suivi.Libelle)} est prêt depuis {Formats.Heure(_suivi.TermineLe!.Value, horloge.Fuseau)}.",
            EtatDeTravail.Echoue => $"{Typographie.Citer(_suivi.Libelle)} n'a pas pu être fait.",
            EtatDeTravail.Annule => $"{Typographie.Citer(_suivi.Libelle)} est annulé.",
        };

    public void Dispose()
    {
        _fin.Cancel();
        _fin.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_suivie == Id)
        {
            return;
        }

        (_suivie, _suivi, _introuvable) = (Id, null, false);
        await LireAsync();
        if (!EstFini)
        {
            _ = SuivreAsync(Id);
        }
    }

    private bool EstFini => _introuvable || _suivi is { EstFini: true };

    private async Task SuivreAsync(Guid id)
    {
        using var battement = new PeriodicTimer(Rythme);
        try
        {
            while (!EstFini && id == Id && await battement.WaitForNextTickAsync(_fin.Token))
            {
                await InvokeAsync(async () =>
                {
                    await LireAsync();
                    StateHasChanged();
                });
            }
        }
        catch (Exception fin) when (fin is OperationCanceledException or ObjectDisposedException)
        {
            // The page is gone.
        }
    }

    private async Task LireAsync()
    {
        var dejaFini = EstFini;
        try
        {
            _suivi = await lire.UnAsync(await acteur.LireAsync(), Id);
            _introuvable = _suivi is null;
        }
        catch (DroitManquantException)
        {
            _introuvable = true;
        }
        catch (Exception panne) when (panne is DbException or TimeoutException)
        {
            // One missed beat: the next one reads again.
            return;
        }

        if (!dejaFini && _suivi is { EstFini: true } fini)
        {
            await OnFini.InvokeAsync(fini);
        }
    }

    private async Task AnnulerAsync()
    {
        _retour = await operation.ExecuterAsync(
            async () => await file.AnnulerAsync(await acteur.LireAsync(), Id),
            "L'annulation est demandée : le travail s'arrête."
        );
        await LireAsync();
    }
}
