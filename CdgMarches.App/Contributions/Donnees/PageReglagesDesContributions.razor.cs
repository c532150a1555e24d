using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Groupements;

namespace CdgMarches.App.Contributions.Donnees;

/// <summary>Comptable assignataire, voies de recours, régimes financiers des groupements.</summary>
public sealed partial class PageReglagesDesContributions(
    TenirComptables tenir,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge
)
{
    private ReglagesDesContributions? _lu;
    private Retour? _retour;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private IReadOnlyList<ErreurDeSaisie> _erreursDuRegime = [];
    private int _cle;
    private string? _nom;
    private string? _adresse;
    private string? _codePostal;
    private string? _ville;
    private string? _iban;
    private string? _signataire;
    private DateOnly? _debut;
    private string? _voies;
    private DateOnly? _voiesDu = horloge.Aujourdhui;
    private GroupementId? _groupement;
    private bool _gratuite;
    private string? _frais;
    private string? _article;

    private IReadOnlyList<Option<GroupementId?>> Groupements =>
        [.. _lu!.Regimes.Select(r => new Option<GroupementId?>(r.Groupement, r.Nom))];

    protected override async Task OnInitializedAsync() => _lu = await tenir.LireAsync(await acteurCourant.LireAsync());

    private async Task FixerAsync()
    {
        if (_debut is not { } debut)
        {
            _erreurs = [new ErreurDeSaisie("debut", "Donnez le premier jour.")];
            return;
        }

        var saisie = new SaisieDeComptable(
            _nom ?? "",
            _adresse ?? "",
            _codePostal ?? "",
            _ville ?? "",
            _iban,
            _signataire ?? "",
            debut
        );
        (_erreurs, _retour) = await AgirAsync(
            async () => await tenir.FixerAsync(await acteurCourant.LireAsync(), saisie),
            "Le comptable assignataire est enregistré."
        );
        if (_retour is { Reussi: true })
        {
            (_nom, _adresse, _codePostal, _ville, _iban, _signataire, _debut) = (null, null, null, null, null, null, null);
            _cle++;
        }
    }

    private async Task FixerLesVoiesAsync() =>
        (_, _retour) = await AgirAsync(
            async () => await tenir.FixerLesVoiesAsync(await acteurCourant.LireAsync(), _voies, _voiesDu ?? horloge.Aujourdhui),
            "Le texte des voies de recours est changé."
        );

    private async Task FixerLeRegimeAsync()
    {
        if (_groupement is not { } groupement)
        {
            _erreursDuRegime = [new ErreurDeSaisie("groupement", "Choisissez le groupement.")];
            return;
        }

        (_erreursDuRegime, _retour) = await AgirAsync(
            async () => await tenir.FixerLeRegimeAsync(await acteurCourant.LireAsync(), groupement, !_gratuite, _frais, _article),
            "Le régime financier est enregistré."
        );
    }

    private async Task<(IReadOnlyList<ErreurDeSaisie>, Retour?)> AgirAsync(Func<Task> geste, string succes)
    {
        var retour = await operation.ExecuterAsync(geste, succes);
        _lu = await tenir.LireAsync(await acteurCourant.LireAsync());
        return retour.Reussi ? ([], retour) : Saisies.Repartir(retour);
    }
}
