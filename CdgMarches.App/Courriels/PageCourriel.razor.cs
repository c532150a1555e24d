using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Courriels;

/// <summary>Un courriel : ce qu'il est devenu, son texte, et de quoi le renvoyer sans le doubler.</summary>
public sealed partial class PageCourriel(
    LireCourriels lire,
    RenvoyerCourriel renvoyer,
    SignalerRetour signaler,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge
)
{
    private FicheDeCourriel? _fiche;
    private Confirmation? _renvoi;
    private Confirmation? _revenu;
    private Confirmation? _classement;
    private Retour? _retour;
    private string? _adresse;
    private string? _motif;
    private bool _gere;
    private bool _lu;
    private int _lectures;

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        _gere = (await acteurCourant.LireAsync()).Peut(Droits.GererGroupements);
        await LireAsync();
    }

    private async Task LireAsync()
    {
        _fiche = await lire.FicheAsync(await acteurCourant.LireAsync(), Id);
        (_adresse, _motif, _lu) = (_fiche?.Ligne.Destinataire, null, true);
        _lectures++;
    }

    private Task RenvoyerAsync() =>
        AgirAsync(acteur => renvoyer.ExecuterAsync(acteur, Id, _adresse, _motif), "Le courriel est de nouveau en file.");

    private Task RevenirAsync() => AgirAsync(acteur => signaler.ExecuterAsync(acteur, Id, _motif), "Le retour est noté.");

    private Task ConfirmerAsync() =>
        AgirAsync(acteur => signaler.ConfirmerDepartAsync(acteur, Id), "Le courriel est noté comme envoyé.");

    private Task ClasserAsync() => AgirAsync(acteur => renvoyer.ClasserAsync(acteur, Id, _motif), "Le courriel est classé.");

    private async Task AgirAsync(Func<Acteur, Task> action, string succes)
    {
        _retour = await operation.ExecuterAsync(async () => await action(await acteurCourant.LireAsync()), succes);
        if (_retour.Reussi)
        {
            await LireAsync();
        }
    }

    private string Instant(DateTimeOffset? instant) =>
        instant is { } quand ? Formats.Instant(quand, horloge.Fuseau) : Formats.Absent;
}
