using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Contributions;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Contributions.Grilles;

/// <summary>Les actes qu'une nouvelle version concerne, et la date où elle s'applique à chacun.</summary>
public sealed partial class PageApplicationDeGrille(
    LireGrilles lire,
    AppliquerGrille appliquer,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge
)
{
    private static readonly IReadOnlyList<Option<VoieDApplication>> Voies =
    [
        .. Enum.GetValues<VoieDApplication>().Select(v => new Option<VoieDApplication>(v, v.Libelle())),
    ];

    private const string Aide =
        "Un exercice se calcule avec une seule grille : celle qui s'applique au premier jour compté. Une date en cours d'année ne joue qu'à l'exercice suivant.";

    private static readonly IReadOnlyList<Option<string>> Etats = [new("a-noter", "À noter"), new("notes", "Notés")];

    private IReadOnlyList<string> Natures =>
        _fiche!.Definition.Portee is PorteeDeGrille.ConventionDAcces
            ? [AvenantDeGrille.Nature, NotificationDeGrille.Nature]
            : [NotificationDeGrille.Nature];

    private Liste<ActeConcerne>? _liste;
    private Confirmation? _dialogue;
    private Confirmation? _tous;
    private int _enAttente;
    private ActeConcerne? _acte;
    private FicheDeGrille? _fiche;
    private VoieDApplication _voie;
    private DateOnly? _effet;
    private bool _charge;
    private Retour? _retour;

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        _fiche = await lire.FicheAsync(await acteurCourant.LireAsync(), new GrilleId(Id));
        _effet ??= _fiche?.Debut ?? horloge.Aujourdhui;
        _charge = true;
    }

    private async Task<PageDe<ActeConcerne>> LireAsync(Demande demande) =>
        await appliquer.LireAsync(await acteurCourant.LireAsync(), new GrilleId(Id), demande);

    private Task OuvrirAsync(ActeConcerne acte)
    {
        _acte = acte;
        return _dialogue!.OuvrirAsync();
    }

    /// <summary>Un geste qui touche plusieurs actes dit d'abord combien.</summary>
    private async Task DemanderAsync()
    {
        if (_effet is null)
        {
            await NoterAsync(null);
            return;
        }

        var aNoter = new Demande(1, 1, Filtres: new Dictionary<string, string> { ["etat"] = "a-noter" });
        _enAttente = (await LireAsync(aNoter)).Total;
        await _tous!.OuvrirAsync();
    }

    private Task NoterTousAsync() => NoterAsync(null);

    private Task NoterUnAsync() => NoterAsync(new HashSet<Guid> { _acte!.SourceId });

    private async Task NoterAsync(IReadOnlySet<Guid>? actes)
    {
        if (_effet is not { } effet)
        {
            _retour = Retour.Refus("Donnez la date à compter de laquelle la grille s'applique. Rien n'a été noté.");
            return;
        }

        _retour = await operation.ExecuterAsync(async () =>
            $"{Formats.Compter(await appliquer.NoterAsync(await acteurCourant.LireAsync(), new GrilleId(Id), actes, _voie, effet), "acte noté", "actes notés")}."
        );
        await _liste!.RechargerAsync();
    }
}
