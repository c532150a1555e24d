using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Administration;

/// <summary>La fiche d'un compte, pour l'administrateur ou pour celui qui tient sa collectivité.</summary>
public sealed partial class CompteTenu(
    LireFicheDeCompte lire,
    InviterCompte inviter,
    DeverrouillerCompte deverrouiller,
    FermerCompte fermer,
    RouvrirCompte rouvrir,
    ActeurCourant acteurCourant,
    HorlogeLegale horloge,
    Operation operation
)
{
    private Confirmation _fermeture = null!;
    private FicheDeCompte? _fiche;
    private Retour? _retour;
    private string? _motif;
    private bool _introuvable;
    private int _lectures;

    [Parameter, EditorRequired]
    public Guid Id { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<Lien> Fil { get; set; } = [];

    [Parameter]
    public bool EstAdministrateur { get; set; }

    private string SousTitre =>
        $"Identifiant {_fiche!.Identifiant} · "
        + (_fiche.DerniereConnexion is { } i ? $"dernière connexion {Formats.Instant(i, horloge.Fuseau)}" : "jamais connecté")
        + (_fiche.VerrouilleJusquA is { } v ? $" · verrouillé jusqu'à {Formats.Heure(v, horloge.Fuseau)}" : "");

    protected override Task OnParametersSetAsync() => LireAsync();

    private async Task LireAsync()
    {
        _fiche = await lire.ExecuterAsync(await acteurCourant.LireAsync(), Id);
        _introuvable = _fiche is null;
        _lectures++;
    }

    private async Task RechargerAsync(Retour retour)
    {
        _retour = retour;
        await LireAsync();
    }

    private Task InviterAsync() =>
        AgirAsync(
            a => inviter.ExecuterAsync(a, Id),
            _fiche!.Etat is EtatDeCompte.Invite
                ? "L'invitation est partie : elle vaut sept jours et ne sert qu'une fois."
                : "Le lien de nouveau mot de passe est parti : il vaut une heure et ne sert qu'une fois."
        );

    private Task DeverrouillerAsync() => AgirAsync(a => deverrouiller.ExecuterAsync(a, Id), "Le compte est déverrouillé.");

    private Task RouvrirAsync() =>
        AgirAsync(a => rouvrir.ExecuterAsync(a, Id), "Le compte est rouvert, avec les droits qu'il avait.");

    private async Task FermerAsync()
    {
        await AgirAsync(a => fermer.ExecuterAsync(a, Id, _motif), "Le compte est fermé.");
        _retour = _retour?.Annulable(this, RouvrirAsync);
        _motif = null;
    }

    private async Task AgirAsync(Func<Acteur, Task> action, string succes) =>
        await RechargerAsync(await operation.ExecuterAsync(async () => await action(await acteurCourant.LireAsync()), succes));
}
