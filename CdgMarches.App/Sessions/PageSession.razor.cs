using CdgMarches.App.Collectivites;
using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
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
    ComparerSaisies comparer,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge
)
{
    private static readonly IReadOnlyList<Lien> Fil = [new("Accueil", "/"), new("Sessions de présentation", "/sessions")];

    private static readonly IReadOnlyList<string> Feuilles = [PapierDEmargementDeSession.Nature];

    private Liste<LigneDInscription>? _liste;
    private EnvoiDeMasse? _invitation;
    private Confirmation? _annulation;
    private Confirmation? _desinscription;
    private LigneDInscription? _aDesinscrire;
    private FicheDeSession? _fiche;
    private FormulaireDeSession _saisie = new();
    private FormulaireDeSession _depart = new();
    private Conflit<FormulaireDeSession>? _conflit;
    private bool _charge;
    private Retour? _retour;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private IReadOnlyList<ErreurDeSaisie> _erreursDInscription = [];
    private SuggestionDeCollectivite? _membre;
    private string? _personne;
    private string? _courriel;
    private string? _motif;
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
            (_saisie, _depart) = (FormulaireDeSession.De(_fiche.Saisie), FormulaireDeSession.De(_fiche.Saisie));
            _conflit = null;
            _cle++;
        }
    }

    private async Task<PageDe<LigneDInscription>> ChargerAsync(Demande demande) =>
        await lire.InscriptionsAsync(await acteurCourant.LireAsync(), Session, demande);

    private async Task ModifierAsync()
    {
        (_erreurs, _conflit) = (_saisie.Manques(), null);
        if (_erreurs.Count > 0)
        {
            return;
        }

        var retour = await operation.ExecuterAsync(async () =>
            await modifier.ExecuterAsync(await acteurCourant.LireAsync(), Session, _fiche!.Version, _saisie.Lire())
        );
        if (retour.Reussi)
        {
            await RechargerAsync();
            _retour = retour;
        }
        else if (retour.Conflit)
        {
            await ComparerAsync();
        }
        else
        {
            (_erreurs, _retour) = Saisies.Repartir(retour);
        }
    }

    /// <summary>Un autre a enregistré entre-temps : la fiche est relue, la saisie reste, les deux valeurs sont montrées.</summary>
    private async Task ComparerAsync()
    {
        var acteur = await acteurCourant.LireAsync();
        _conflit = await comparer.ExecuterAsync(
            acteur,
            _saisie,
            async () =>
            {
                _fiche = await lire.FicheAsync(acteur, Session, horloge.Aujourdhui);
                return _fiche is null ? null : FormulaireDeSession.De(_fiche.Saisie);
            },
            FormulaireDeSession.Champs,
            nameof(SessionDePresentation),
            Id,
            _depart
        );
    }

    private Task GarderAsync(Conflit<FormulaireDeSession> conflit)
    {
        _depart = conflit.Sienne;
        return ModifierAsync();
    }

    private async Task AnnulerAsync()
    {
        if (string.IsNullOrWhiteSpace(_motif))
        {
            _retour = Retour.Refus("Écrivez le motif : les personnes averties le lisent. La session n'est pas annulée.");
            return;
        }

        await AgirAsync(a => modifier.AnnulerAsync(a, Session, _fiche!.Version, _motif));
    }

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

        // From the day itself on, whoever came without registering is added to those present.
        var venue = _fiche!.PeutRelever.EstFavorable;
        if (
            await AgirAsync(
                a =>
                    venue
                        ? inscrire.AjouterUnPresentAsync(a, Session, _membre!.Id, _personne, _courriel)
                        : inscrire.ExecuterAsync(a, Session, _membre!.Id, _personne, _courriel),
                venue ? "La personne est ajoutée aux présents." : "La personne est inscrite."
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

    private Task OuvrirAsync(LigneDInscription ligne)
    {
        _aDesinscrire = ligne;
        return _desinscription!.OuvrirAsync();
    }

    private Task DesinscrireAsync() => ReleverAsync(_aDesinscrire!, presente: null);

    private async Task ReleverAsync(LigneDInscription ligne, bool? presente)
    {
        await AgirAsync(
            a => relever.ExecuterAsync(a, ligne.Id, ligne.Version, presente),
            presente is null ? "L'inscription est annulée." : "La présence est relevée."
        );
        await _liste!.RechargerAsync();
    }

    private Task<bool> AgirAsync(Func<Acteur, Task> casDUsage, string succes) =>
        AgirAsync(async acteur =>
        {
            await casDUsage(acteur);
            return succes;
        });

    private async Task<bool> AgirAsync(Func<Acteur, Task<string>> casDUsage)
    {
        _retour = await operation.ExecuterAsync(async () => await casDUsage(await acteurCourant.LireAsync()));
        if (_retour.Reussi || _retour.Conflit)
        {
            await RechargerAsync();
        }

        return _retour.Reussi;
    }
}
