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
    private ComptableAssignataire? _corrige;
    private ComptableAssignataire? _retire;
    private Confirmation? _retrait;
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
            async () =>
            {
                var acteur = await acteurCourant.LireAsync();
                if (_corrige is { } corrige)
                {
                    await tenir.CorrigerAsync(acteur, corrige.Id, corrige.Version, saisie);
                }
                else
                {
                    await tenir.FixerAsync(acteur, saisie);
                }
            },
            _corrige is null ? "Le comptable assignataire est enregistré." : "Le comptable assignataire est corrigé."
        );
        if (_retour is { Reussi: true })
        {
            AbandonnerLaCorrection();
        }
    }

    private void Corriger(ComptableAssignataire c)
    {
        (_corrige, _erreurs) = (c, []);
        (_nom, _adresse, _codePostal, _ville) = (c.Nom, c.Adresse, c.CodePostal, c.Ville);
        (_iban, _signataire, _debut) = (c.Iban, c.Signataire, c.Debut);
        _cle++;
    }

    private void AbandonnerLaCorrection()
    {
        (_nom, _adresse, _codePostal, _ville, _iban, _signataire, _debut) = (null, null, null, null, null, null, null);
        (_corrige, _erreurs) = (null, []);
        _cle++;
    }

    private Task DemanderLeRetraitAsync(ComptableAssignataire c)
    {
        _retire = c;
        return _retrait!.OuvrirAsync();
    }

    private async Task RetirerAsync() =>
        (_, _retour) = await AgirAsync(
            async () => await tenir.RetirerAsync(await acteurCourant.LireAsync(), _retire!.Id, _retire.Version),
            "Le comptable est retiré."
        );

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
