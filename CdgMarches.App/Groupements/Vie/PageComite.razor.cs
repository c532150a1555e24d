using CdgMarches.App.Collectivites;
using CdgMarches.App.Groupements.Constitution;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Groupements;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Groupements.Vie;

/// <summary>Le comité de suivi d'un groupement : ses membres et ses réunions.</summary>
public sealed partial class PageComite(
    LireConvention lire,
    ModifierConvention modifier,
    LireReunions lireReunions,
    PrevoirReunion prevoir,
    HorlogeLegale horloge,
    NavigationManager navigation
) : PageDeGroupement
{
    private FicheConvention? _convention;
    private Liste<LigneDeReunion>? _liste;
    private SuggestionDeCollectivite? _collectivite;
    private string? _nom;
    private string? _courriel;
    private string? _designePar;
    private DateOnly? _du = horloge.Aujourdhui;
    private DateOnly? _le;
    private string? _heure = "10:00";
    private string? _lieu;
    private string? _ordre;
    private int _cle;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private Confirmation? _correction;
    private DesignationAuComite? _corrigee;
    private string? _courrielCorrige;
    private Confirmation? _fin;
    private DesignationAuComite? _quiFinit;

    private bool Modifiable => Fiche is { PeutGerer: true, Etat: not EtatDuGroupement.Clos };

    protected override Task ApresLectureAsync() => RelireAsync();

    private async Task RelireAsync() =>
        _convention = Fiche is null ? null : await lire.ExecuterAsync(await ActeurCourant.LireAsync(), Groupement);

    private async Task<PageDe<LigneDeReunion>> ChargerAsync(Demande demande) =>
        await lireReunions.ExecuterAsync(await ActeurCourant.LireAsync(), Groupement, demande);

    private async Task DesignerAsync()
    {
        _erreurs =
        [
            .. _collectivite is null
                ? [new ErreurDeSaisie("collectivite", "Choisissez la collectivité que la personne représente.")]
                : Array.Empty<ErreurDeSaisie>(),
            .. _du is null ? [new ErreurDeSaisie("du", "Donnez le premier jour.")] : Array.Empty<ErreurDeSaisie>(),
            .. ConventionConstitutive
                .ExaminerLaSaisie(_nom, _courriel, _designePar)
                .Obstacles.Select(o => new ErreurDeSaisie(o.Champ!, o.Message)),
        ];
        if (_erreurs.Count > 0)
        {
            return;
        }

        if (
            await ChangerAsync(
                new ChangementDeConvention.NouvelleDesignation(_collectivite!.Id, _nom, _courriel, _designePar, _du!.Value),
                $"{_nom} est au comité de suivi."
            )
        )
        {
            (_collectivite, _nom, _courriel, _designePar, _cle) = (null, null, null, null, _cle + 1);
        }
    }

    private Task CorrigerAsync(DesignationAuComite designation)
    {
        (_corrigee, _courrielCorrige) = (designation, designation.Courriel);
        return _correction!.OuvrirAsync();
    }

    private Task<bool> EnregistrerLeCourrielAsync() =>
        ChangerAsync(
            new ChangementDeConvention.CourrielDeDesignation(_corrigee!.Id, _courrielCorrige),
            $"Le courriel de {_corrigee.Nom} est enregistré, ici et aux réunions à venir."
        );

    private Task DemanderLaFinAsync(DesignationAuComite designation)
    {
        _quiFinit = designation;
        return _fin!.OuvrirAsync();
    }

    private Task<bool> FinirAsync() =>
        ChangerAsync(
            new ChangementDeConvention.FinDeDesignation(_quiFinit!.Id, horloge.Aujourdhui),
            $"{_quiFinit.Nom} quitte le comité ce soir."
        );

    private async Task<bool> ChangerAsync(ChangementDeConvention changement, string succes)
    {
        var fait = await AgirAsync(
            acteur => modifier.ExecuterAsync(acteur, Groupement, _convention!.Version, changement),
            succes
        );
        await RelireAsync();
        return fait;
    }

    private async Task PrevoirAsync()
    {
        if (
            _le is not { } le
            || !TimeOnly.TryParseExact(_heure, "HH:mm", System.Globalization.CultureInfo.InvariantCulture, default, out var heure)
        )
        {
            Retour = Retour.Refus("Donnez la date et l'heure de la réunion (10:00). Rien n'a été enregistré.");
            return;
        }

        ReunionDeComiteId? prevue = null;
        Retour = await Operation.ExecuterAsync(
            async () =>
                prevue = await prevoir.ExecuterAsync(await ActeurCourant.LireAsync(), Groupement, le, heure, _lieu, _ordre),
            "La réunion est prévue."
        );
        if (prevue is { } id)
        {
            navigation.NavigateTo(AdressesDuSuivi.Reunion(Groupement, id));
        }
    }
}
