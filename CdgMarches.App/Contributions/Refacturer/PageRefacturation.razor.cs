using CdgMarches.App.Collectivites;
using CdgMarches.App.Contributions.Campagnes;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Contributions.Refacturer;

/// <summary>Une refacturation : ses frais, ses participants, la part de chacun, son arrêté.</summary>
public sealed partial class PageRefacturation(
    TenirRefacturations tenir,
    CorrigerRefacturation corriger,
    LireOriginesDeFrais lireOrigines,
    OuvrirCampagneDAppel ouvrir,
    ActeurCourant acteurCourant,
    Operation operation,
    NavigationManager navigation
)
{
    private static readonly IReadOnlyList<Option<NatureDeFrais>> Natures =
    [
        .. Enum.GetValues<NatureDeFrais>().Select(n => new Option<NatureDeFrais>(n, n.Libelle())),
    ];

    private readonly Dictionary<CollectiviteId, bool> _inscrits = [];
    private Confirmation? _suppression;
    private Confirmation? _arret;
    private FicheDeRefacturation? _fiche;
    private Guid? _lu;
    private bool _charge;
    private int _cle;
    private Retour? _retour;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private NatureDeFrais _nature;
    private string? _fournisseur;
    private DateOnly? _le;
    private decimal? _montant;
    private string? _facture;
    private IReadOnlyList<OrigineDeFrais> _origines = [];
    private string _origine = "";

    [Parameter]
    public Guid Id { get; set; }

    private RefacturationId Refacturation => new(Id);

    private bool Modifiable => _fiche is { PeutGerer: true, Refacturation.ArreteeLe: null };

    protected override async Task OnParametersSetAsync()
    {
        if (_lu != Id)
        {
            (_lu, _charge) = (Id, false);
            await RechargerAsync();
        }
    }

    private async Task RechargerAsync(bool garderLesCoches = false)
    {
        var acteur = await acteurCourant.LireAsync();
        _fiche = await tenir.LireAsync(acteur, Refacturation);
        if (!_charge && _fiche is { Refacturation: var lue })
        {
            _origines = await lireOrigines.ExecuterAsync(acteur, lue.Groupement);
            var cle = OrigineDeFrais.De(lue.Procedure, lue.Session);
            _origine = _origines.Any(o => o.Cle == cle) ? cle : "";
            _nature = NatureDe(lue.Type);
        }

        if (!garderLesCoches)
        {
            _inscrits.Clear();
            foreach (var participant in _fiche?.Refacturation.Participants ?? [])
            {
                _inscrits[participant.Collectivite] = participant.Present;
            }
        }

        _charge = true;
    }

    /// <summary>Ce que les frais de ce type remboursent d'ordinaire.</summary>
    private static NatureDeFrais NatureDe(TypeDeFacturation type) =>
        type.Declencheur is Declencheur.Session ? NatureDeFrais.SessionMutualisee
        : type.EstDeProcedure ? NatureDeFrais.ProcedureDeMiseEnConcurrence
        : NatureDeFrais.AutresFrais;

    private void Inscrire(CollectiviteId collectivite, bool inscrit)
    {
        if (inscrit)
        {
            _inscrits.TryAdd(collectivite, false);
        }
        else
        {
            _inscrits.Remove(collectivite);
        }
    }

    private void Venir(CollectiviteId collectivite, bool present) => _inscrits[collectivite] = present;

    private async Task AjouterAsync()
    {
        if (_le is not { } le)
        {
            _erreurs = [new ErreurDeSaisie("le", "Donnez la date de la facture.")];
            return;
        }

        var origine = _origines.FirstOrDefault(o => o.Cle == _origine);
        var ligne = new SaisieDeFrais(_nature, _fournisseur ?? "", le, MontantHt.Arrondir(_montant ?? 0), _facture)
        {
            Procedure = origine?.Procedure,
            Session = origine?.Session,
        };
        _erreurs = await AgirAsync(
            a => tenir.AjouterAsync(a, Refacturation, _fiche!.Refacturation.Version, ligne),
            "Les frais sont ajoutés."
        );
        if (_retour is { Reussi: true })
        {
            (_fournisseur, _le, _montant, _facture) = (null, null, null, null);
            _cle++;
        }
    }

    private async Task RetirerAsync(int rang) =>
        _ = await AgirAsync(
            a => tenir.RetirerAsync(a, Refacturation, _fiche!.Refacturation.Version, rang),
            "Les frais sont retirés."
        );

    private async Task NoterAsync() =>
        _ = await AgirAsync(
            a =>
                tenir.NoterParticipantsAsync(
                    a,
                    Refacturation,
                    _fiche!.Refacturation.Version,
                    [.. _inscrits.Select(i => (i.Key, i.Value))]
                ),
            "Les participants sont notés."
        );

    private async Task ReprendreLaSessionAsync()
    {
        _retour = await operation.ExecuterAsync(async () =>
        {
            var (inscrits, presents) = await tenir.ReprendreLaSessionAsync(
                await acteurCourant.LireAsync(),
                Refacturation,
                _fiche!.Refacturation.Version
            );
            return $"Repris de la session : {Formats.Compter(inscrits, "collectivité inscrite", "collectivités inscrites")}, dont {Formats.Compter(presents, "présente", "présentes")}.";
        });
        await RechargerAsync();
    }

    private IReadOnlyList<Option<string>> OptionsDOrigine =>
        [new("", "Aucune en particulier"), .. _origines.Select(o => new Option<string>(o.Cle, o.Libelle))];

    private async Task ArreterAsync() =>
        _ = await AgirAsync(
            a => tenir.ArreterAsync(a, Refacturation, _fiche!.Refacturation.Version),
            "Les frais sont arrêtés : leurs parts peuvent être appelées."
        );

    private async Task SupprimerAsync()
    {
        _retour = await operation.ExecuterAsync(
            async () =>
                await corriger.SupprimerAsync(await acteurCourant.LireAsync(), Refacturation, _fiche!.Refacturation.Version),
            "La refacturation est supprimée."
        );
        if (_retour.Reussi)
        {
            navigation.NavigateTo(AdressesDesContributions.Refacturations);
        }
    }

    private async Task AppelerAsync()
    {
        CampagneDAppelId? campagne = null;
        _retour = await operation.ExecuterAsync(
            async () => campagne = await ouvrir.SurRefacturationAsync(await acteurCourant.LireAsync(), Refacturation),
            "L'appel est ouvert."
        );
        if (campagne is { } id)
        {
            navigation.NavigateTo(AdressesDesContributions.Campagne(id));
        }
    }

    private async Task<IReadOnlyList<ErreurDeSaisie>> AgirAsync(Func<Acteur, Task> casDUsage, string succes)
    {
        var retour = await operation.ExecuterAsync(async () => await casDUsage(await acteurCourant.LireAsync()), succes);
        if (retour.Reussi)
        {
            _retour = retour;
            await RechargerAsync();
            return [];
        }

        if (retour.Conflit)
        {
            await RechargerAsync(garderLesCoches: true);
            _retour = retour with { Titre = Entretemps() };
            return [];
        }

        (var erreurs, _retour) = Saisies.Repartir(retour);
        return erreurs;
    }

    /// <summary>Un collègue a enregistré pendant la saisie : ce qu'il a fait est à l'écran, et ce que l'on saisissait aussi.</summary>
    private string Entretemps()
    {
        if (_fiche is not { } fiche)
        {
            return "Cette refacturation a été supprimée entre-temps. Rien n'a été enregistré.";
        }

        var differents = fiche
            .Membres.Where(m =>
                (m.Inscrit, m.Present) != (_inscrits.ContainsKey(m.Collectivite), _inscrits.GetValueOrDefault(m.Collectivite))
            )
            .Select(m => m.Nom)
            .ToList();
        return "Un collègue a modifié cette refacturation pendant votre saisie : la page montre ce qu'il a enregistré, rien n'a été écrasé et votre saisie est gardée. Vérifiez, puis recommencez."
            + (
                differents.Count == 0
                    ? ""
                    : $" Vos coches et celles qui sont enregistrées diffèrent pour {string.Join(", ", differents.Take(10))}{(differents.Count > 10 ? $" et {Formats.Compter(differents.Count - 10, "autre")}" : "")}."
            );
    }
}
