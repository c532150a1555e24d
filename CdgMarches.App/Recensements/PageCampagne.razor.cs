using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Recensements;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Recensements;

/// <summary>Le tableau de bord d'une campagne : avancement, matrice membres × prestations, décisions à la clôture.</summary>
public sealed partial class PageCampagne(
    LireCampagne lire,
    LireTableauDeBord tableau,
    OuvrirCampagne ouvrir,
    CloreCampagne clore,
    DeciderDOffice decider,
    ActeurCourant acteur,
    Operation operation,
    HorlogeLegale horloge
)
{
    private static readonly IReadOnlyList<Option<string>> FiltreDesEtats =
    [
        new(LireTableauDeBord.EnAttente, "Sans réponse"),
        .. Enum.GetValues<EtatDeReponse>().Select(e => new Option<string>(e.ToString(), e.Libelle())),
    ];

    private FicheCampagne? _fiche;
    private Retour? _retour;
    private IReadOnlyList<SortDeDecision> _sorts = [];
    private bool _introuvable;
    private Liste<LigneDeMatrice>? _liste;
    private SelectionDeListe _selection = SelectionDeListe.Aucune;
    private EnvoiDeMasse? _ouverture;
    private Confirmation? _cloture;
    private Confirmation? _decisions;
    private DecisionDOffice? _decision;
    private string? _motif;

    [Parameter]
    public Guid Id { get; set; }

    private string Adresse => $"/recensements/{Id}";

    private bool PeutDecider =>
        _fiche is { PeutGerer: true, Etat: EtatDeCampagne.Close or EtatDeCampagne.Consolidee, EnAttente: > 0 };

    private string Avancement =>
        _fiche!.Reponses == 0
            ? "aucune réponse attendue"
            : $"{_fiche.Repondues * 100 / _fiche.Reponses} % de réponses ({_fiche.Repondues}/{_fiche.Reponses})";

    private string Echeance
    {
        get
        {
            var jours = _fiche!.Parametres.Cloture.DayNumber - horloge.Aujourdhui.DayNumber;
            return _fiche.Etat is not EtatDeCampagne.Ouverte
                    ? $"Close le {Formats.Instant(_fiche.ClotureLe, horloge.Fuseau)}. {Formats.Compter(_fiche.Decidees, "réponse décidée", "réponses décidées")} d'office, {Formats.Compter(_fiche.EnAttente, "réponse")} sans suite."
                : jours == 0 ? "Clôture ce soir à minuit."
                : $"Clôture dans {Formats.Compter(jours, "jour")}, le {Formats.DateAvecJour(_fiche.Parametres.Cloture)} au soir.";
        }
    }

    private IReadOnlyList<EtatDeReponse> EtatsPresents =>
        [.. Enum.GetValues<EtatDeReponse>().Where(e => _fiche!.Comptes.Any(c => c.Etat == e))];

    private IReadOnlyList<Option<string>> FiltreDesPrestations =>
        [.. _fiche!.Prestations.Select(p => new Option<string>(p.Prestation.Valeur.ToString(), p.Libelle))];

    protected override Task OnParametersSetAsync() => ChargerAsync();

    private int Compte(PrestationDeCampagne prestation, EtatDeReponse etat) =>
        _fiche!.Comptes.Where(c => c.Prestation == prestation.Prestation && c.Etat == etat).Sum(c => c.Nombre);

    private async Task ChargerAsync()
    {
        _fiche = await lire.ExecuterAsync(await acteur.LireAsync(), new CampagneId(Id));
        _introuvable = _fiche is null;
    }

    private async Task<PageDe<LigneDeMatrice>> ChargerLaMatriceAsync(Demande demande) =>
        await tableau.ExecuterAsync(await acteur.LireAsync(), new CampagneId(Id), demande);

    private Task OuvrirAsync() =>
        AgirAsync(async () =>
        {
            var faite = await ouvrir.ExecuterAsync(await acteur.LireAsync(), _fiche!.Id, _fiche.Version);
            return $"La campagne est ouverte : {Formats.Compter(faite.Reponses, "réponse attendue", "réponses attendues")}.{Lettres(faite)}";
        });

    private Task CompleterAsync() =>
        AgirAsync(async () =>
        {
            var neuves = await ouvrir.CompleterAsync(await acteur.LireAsync(), _fiche!.Id, _fiche.Version);
            return neuves.Reponses == 0
                ? "Tous les membres sont déjà interrogés."
                : $"{Formats.Compter(neuves.Reponses, "réponse attendue", "réponses attendues")} de plus.{Lettres(neuves)}";
        });

    private static string Lettres(MembresInterroges faits) =>
        faits.Lettres == 0
            ? ""
            : $" {Formats.Compter(faits.Lettres, "membre n'a", "membres n'ont")} aucune adresse de courriel : produisez {(faits.Lettres == 1 ? "sa lettre" : "leurs lettres")} dans l'onglet « Lettres ».";

    private Task CloreAsync() =>
        AgirAsync(async () =>
        {
            await clore.ExecuterAsync(await acteur.LireAsync(), _fiche!.Id, _fiche.Version);
            return "La campagne est close.";
        });

    private Task DeciderAsync() =>
        AgirAsync(async () =>
        {
            if (_decision is not { } decision)
            {
                throw new RefusException("Choisissez la décision à prendre. Rien n'a été modifié.");
            }

            var lecteur = await acteur.LireAsync();
            var membres = _selection.Tous ? null : _selection.Cles.Select(c => new CollectiviteId(Guid.Parse(c))).ToList();
            var reponses = await tableau.EnAttenteAsync(lecteur, _fiche!.Id, _liste!.Demande, membres);
            if (reponses.Count == 0)
            {
                throw new RefusException("Aucune réponse en attente dans cette sélection. Rien n'a été modifié.");
            }

            var sorts = await decider.ExecuterAsync(lecteur, reponses, decision, _motif);
            _sorts = [.. sorts.Where(s => s.Obstacle is not null)];
            _selection = SelectionDeListe.Aucune;
            return $"{decision.Libelle()} : {Formats.Compter(sorts.Count - _sorts.Count, "réponse décidée", "réponses décidées")}.";
        });

    private async Task AgirAsync(Func<Task<string>> geste)
    {
        _sorts = [];
        _retour = await operation.ExecuterAsync(geste);
        await ChargerAsync();
        if (_liste is not null)
        {
            await _liste.RechargerAsync();
        }
    }
}
