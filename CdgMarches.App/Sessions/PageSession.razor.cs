using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Sessions;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Sessions;

/// <summary>La fiche d'une session : invitations, inscriptions, présences.</summary>
public sealed partial class PageSession(
    LireSessions lire,
    ModifierSession modifier,
    InviterALaSession inviter,
    InscrireALaSession inscrire,
    ReleverPresence relever,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge
)
{
    private static readonly IReadOnlyList<Lien> Fil = [new("Accueil", "/"), new("Sessions de présentation", "/sessions")];

    private Liste<LigneDInscription>? _liste;
    private Confirmation? _invitation;
    private Confirmation? _annulation;
    private FicheDeSession? _fiche;
    private FormulaireDeSession _saisie = new();
    private bool _charge;
    private Retour? _retour;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private IReadOnlyList<ErreurDeSaisie> _erreursDInscription = [];
    private SuggestionDeCollectivite? _membre;
    private string? _personne;
    private string? _courriel;
    private int _cle;

    [Parameter]
    public Guid Id { get; set; }

    private SessionDePresentationId Session => new(Id);

    protected override Task OnParametersSetAsync() => RechargerAsync();

    private async Task RechargerAsync()
    {
        (_fiche, _charge) = (await lire.FicheAsync(await acteurCourant.LireAsync(), Session, horloge.Aujourdhui), true);
        if (_fiche is not null)
        {
            _saisie = FormulaireDeSession.De(_fiche.Saisie);
            _cle++;
        }
    }

    private async Task<PageDe<LigneDInscription>> ChargerAsync(Demande demande) =>
        await lire.InscriptionsAsync(await acteurCourant.LireAsync(), Session, demande);

    private async Task ModifierAsync()
    {
        _erreurs = _saisie.Manques();
        if (
            _erreurs.Count == 0
            && !await AgirAsync(
                a => modifier.ExecuterAsync(a, Session, _fiche!.Version, _saisie.Lire()),
                "La session est enregistrée."
            )
        )
        {
            (_erreurs, _retour) = Saisies.Repartir(_retour!);
        }
    }

    private Task<bool> AnnulerAsync() =>
        AgirAsync(a => modifier.AnnulerAsync(a, Session, _fiche!.Version), "La session est annulée.");

    private async Task InviterAsync()
    {
        _retour = await operation.ExecuterAsync(async () =>
        {
            var invites = await inviter.ExecuterAsync(await acteurCourant.LireAsync(), Session, _fiche!.Version);
            return $"{Formats.Compter(invites, "invitation est mise en file", "invitations sont mises en file")}.";
        });
        await RechargerAsync();
    }

    private async Task InscrireAsync()
    {
        _erreursDInscription = _membre is null
            ? [new ErreurDeSaisie("collectivite", "Choisissez la collectivité de la personne.")]
            : [];
        if (_erreursDInscription.Count > 0)
        {
            return;
        }

        if (
            await AgirAsync(
                a => inscrire.ExecuterAsync(a, Session, _membre!.Id, _personne, _courriel),
                "La personne est inscrite."
            )
        )
        {
            (_membre, _personne, _courriel) = (null, null, null);
            await _liste!.RechargerAsync();
        }
        else
        {
            (_erreursDInscription, _retour) = Saisies.Repartir(_retour!);
        }
    }

    private async Task ReleverAsync(LigneDInscription ligne, bool? presente)
    {
        await AgirAsync(
            a => relever.ExecuterAsync(a, ligne.Id, ligne.Version, presente),
            presente is null ? "L'inscription est annulée." : "La présence est relevée."
        );
        await _liste!.RechargerAsync();
    }

    private async Task<bool> AgirAsync(Func<Acteur, Task> casDUsage, string succes)
    {
        _retour = await operation.ExecuterAsync(async () => await casDUsage(await acteurCourant.LireAsync()), succes);
        if (_retour.Reussi || _retour.Conflit)
        {
            await RechargerAsync();
        }

        return _retour.Reussi;
    }
}
