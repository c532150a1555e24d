using System.Data.Common;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Socle.Travaux;

/// <summary>Les travaux de fond de l'utilisateur : suivre, télécharger, refaire, annuler.</summary>
public sealed partial class PageMesExports(
    LireTravaux lire,
    FileDeTravaux file,
    ActeurCourant acteur,
    Operation operation,
    HorlogeLegale horloge
) : IDisposable
{
    private static readonly TimeSpan Rythme = TimeSpan.FromMilliseconds(500);
    private readonly CancellationTokenSource _fin = new();
    private Liste<TravailSuivi>? _liste;
    private Retour? _retour;
    private bool _suivre;

    public void Dispose()
    {
        _fin.Cancel();
        _fin.Dispose();
    }

    protected override void OnInitialized() => _ = SuivreAsync();

    private async Task<PageDe<TravailSuivi>> LireAsync(Demande demande)
    {
        var page = await lire.ExecuterAsync(await acteur.LireAsync(), demande);
        _suivre = page.Elements.Any(t => !t.EstFini);
        return page;
    }

    /// <summary>Relit la liste tant qu'un travail y est en cours.</summary>
    private async Task SuivreAsync()
    {
        using var battement = new PeriodicTimer(Rythme);
        try
        {
            while (await battement.WaitForNextTickAsync(_fin.Token))
            {
                if (_suivre && _liste is not null)
                {
                    await InvokeAsync(_liste.RechargerAsync);
                }
            }
        }
        catch (Exception fin)
            when (fin is OperationCanceledException or ObjectDisposedException or DroitManquantException or DbException)
        {
            // The page is gone, or its reader is: the list stays as it was.
        }
    }

    private Task RelancerAsync(Guid id) =>
        AgirAsync(
            async qui => await file.RelancerAsync(qui, id),
            "Le travail est remis en file : il apparaît en haut de la liste."
        );

    private Task AnnulerAsync(Guid id) => AgirAsync(qui => file.AnnulerAsync(qui, id), "L'annulation est demandée.");

    private async Task AgirAsync(Func<Acteur, Task> action, string succes)
    {
        _retour = await operation.ExecuterAsync(async () => await action(await acteur.LireAsync()), succes);
        await _liste!.RechargerAsync();
    }

    private static string LibelleDe(EtatDeTravail etat) =>
        etat switch
        {
            EtatDeTravail.EnAttente => "En attente",
            EtatDeTravail.EnCours => "En cours",
            EtatDeTravail.Termine => "Prêt",
            EtatDeTravail.Echoue => "Échec",
            EtatDeTravail.Annule => "Annulé",
        };

    private static Ton TonDe(EtatDeTravail etat) =>
        etat switch
        {
            EtatDeTravail.EnAttente or EtatDeTravail.Annule => Ton.Neutre,
            EtatDeTravail.EnCours => Ton.Info,
            EtatDeTravail.Termine => Ton.Positif,
            EtatDeTravail.Echoue => Ton.Alerte,
        };
}
