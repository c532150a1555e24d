using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Sessions;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Sessions;

/// <summary>Une session dans l'espace d'un membre, pour une de ses collectivités : inscrire, changer, annuler jusqu'à son début.</summary>
public sealed partial class PageSessionDuMembre(
    LireSessionsDuMembre lire,
    SInscrire sInscrire,
    ActeurCourant acteurCourant,
    Operation operation
)
{
    private const string Liste = "/espace/sessions";

    private static readonly IReadOnlyList<Lien> Fil = [new("Mon espace", "/espace"), new("Nos sessions de présentation", Liste)];

    private Confirmation? _confirmation;
    private SessionDuMembre? _session;
    private bool _charge;
    private Retour? _retour;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private IReadOnlyList<ErreurDeSaisie> _erreursDuChangement = [];
    private string? _personne;
    private string? _courriel;
    private string? _autre;
    private string? _autreCourriel;
    private InscriptionId? _corrigee;
    private InscritDuMembre? _aAnnuler;
    private int _cle;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>La collectivité pour laquelle on répond.</summary>
    [Parameter]
    public Guid CollectiviteId { get; set; }

    private SessionDePresentationId Session => new(Id);

    private CollectiviteId Collectivite => new(CollectiviteId);

    protected override Task OnParametersSetAsync() => RelireAsync();

    private async Task RelireAsync()
    {
        var acteur = await acteurCourant.LireAsync();
        (_session, _charge) = (await lire.UneAsync(acteur, Session, Collectivite), true);
        // Who opens the page most often registers himself first.
        _personne ??= _session is { Inscrits.Count: 0 } ? acteur.Nom : null;
    }

    private async Task InscrireAsync()
    {
        if (
            await AgirAsync(
                t => sInscrire.ExecuterAsync(t, _personne, _courriel),
                () =>
                    $"L'inscription {GrammaireDuNom.De(_personne!.Trim())} est enregistrée pour {_session!.Membre}. Rien d'autre à faire."
            )
        )
        {
            (_personne, _courriel, _erreurs) = (null, null, []);
            _cle++;
        }
        else
        {
            (_erreurs, _retour) = Saisies.Repartir(_retour!);
        }
    }

    private void Choisir(InscritDuMembre inscrit) =>
        (_corrigee, _autre, _autreCourriel, _erreursDuChangement) = (inscrit.Id, inscrit.Personne, inscrit.Courriel, []);

    private async Task CorrigerAsync()
    {
        if (_session!.Inscrit(_corrigee?.Valeur) is not { } inscrit)
        {
            return;
        }

        if (
            await AgirAsync(
                t => sInscrire.CorrigerAsync(t, inscrit.Id, inscrit.Version, _autre, _autreCourriel),
                () => $"Le changement est enregistré : {_autre!.Trim()} viendra pour {_session!.Membre}."
            )
        )
        {
            _corrigee = null;
        }
        else if (!_retour!.Conflit)
        {
            (_erreursDuChangement, _retour) = Saisies.Repartir(_retour!);
        }
    }

    private Task OuvrirAsync(InscritDuMembre inscrit)
    {
        _aAnnuler = inscrit;
        return _confirmation!.OuvrirAsync();
    }

    private Task<bool> AnnulerAsync() =>
        AgirAsync(
            t => sInscrire.AnnulerAsync(t, _aAnnuler!.Id, _aAnnuler.Version),
            () =>
                $"L'inscription {GrammaireDuNom.De(_aAnnuler!.Personne)} est annulée : le centre de gestion le voit dans sa liste."
        );

    /// <summary>Agit, puis relit : un autre a pu inscrire ou annuler entre-temps, ce qui est tapé reste.</summary>
    private async Task<bool> AgirAsync(Func<TitreDInscription, Task> casDUsage, Func<string> succes)
    {
        _retour = await operation.ExecuterAsync(async () =>
        {
            await casDUsage(new TitreDInscription.ParCompte(await acteurCourant.LireAsync(), Session, Collectivite));
            return succes();
        });
        if (_retour.Reussi || _retour.Conflit)
        {
            await RelireAsync();
        }

        return _retour.Reussi;
    }
}
