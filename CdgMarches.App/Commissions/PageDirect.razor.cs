using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Commissions;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CdgMarches.App.Commissions;

/// <summary>
/// La séance en direct. La feuille de présence vit dans son module : un changement reçu d'un autre écran n'y change que ses lignes.
/// Le reste se relit quand le quorum bascule ou qu'un geste l'a changé.
/// </summary>
public sealed partial class PageDirect(
    LireDirect lire,
    LireFicheSeance lireFiche,
    ConduireSeance conduire,
    ReleverPresence relever,
    DirectDeSeance salle,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge,
    IJSRuntime js
) : IAsyncDisposable
{
    private static readonly IReadOnlyList<Lien> Fil =
    [
        new("Accueil", "/"),
        new("Commission", AdressesDesCommissions.Liste),
        new("Séances", AdressesDesCommissions.Seances),
    ];

    private readonly TimeZoneInfo _fuseau = horloge.Fuseau;
    private SeanceEnDirect? _direct;
    private FicheSeance? _fiche;
    private bool _charge;
    private Retour? _retour;
    private string? _motif;
    private Confirmation? _carence;
    private FeuilleEnDirect? _feuille;
    private IDisposable? _ecoute;
    private IJSObjectReference? _module;
    private IJSObjectReference? _feuilleJs;
    private DotNetObjectReference<PageDirect>? _pont;
    private bool _aRemettre;
    private bool _remet;
    private bool _feuilleModifiable;

    [Parameter]
    public Guid Id { get; set; }

    private SeanceId Seance => new(Id);

    private bool Relevable => _direct is { PeutGerer: true, Seance.Etat: EtatDeSeance.Appel or EtatDeSeance.Ouverte };

    private string? Interdit =>
        _direct!.PeutGerer
            ? null
            : "Vous pouvez suivre la séance, non la conduire : il y faut le droit de gérer les commissions.";

    /// <summary>Vrai une fois la séance ouverte : la clore alors garde ce qui a été décidé.</summary>
    private bool QuorumPerdu => _direct!.Seance.Etat is EtatDeSeance.Ouverte;

    private string PhraseDuQuorumPerdu
    {
        get
        {
            var restants = _direct!.Seance.Points.Count(p => p.Issue is null);
            return $"{Formats.Compter(restants, "point est encore sans décision", "points sont encore sans décision")}. Attendez le retour d'un membre, ajournez, ou clôturez la séance faute de quorum : une seconde réunion reprendra alors ce qui reste, sans condition de quorum. Un point ajourné n'y sera pas repris.";
        }
    }

    /// <summary>Le seul appel de la feuille : une personne cochée ou décochée.</summary>
    /// <returns>Nul si c'est enregistré ; sinon la phrase du refus.</returns>
    [JSInvokable]
    public async Task<string?> BasculerAsync(Guid personne, bool presente, bool aDistance)
    {
        var retour = await operation.ExecuterAsync(
            async () => await relever.ExecuterAsync(await acteurCourant.LireAsync(), Seance, personne, presente, aDistance),
            ""
        );
        return retour.Reussi ? null : retour.Titre;
    }

    public async ValueTask DisposeAsync()
    {
        _ecoute?.Dispose();
        try
        {
            if (_feuilleJs is not null)
            {
                await _feuilleJs.InvokeVoidAsync("fermer");
                await _feuilleJs.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its sheet with it.
        }

        _pont?.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_direct?.Seance.Id == Seance)
        {
            return;
        }

        await RelireAsync();
        if (_direct is not null)
        {
            _ecoute?.Dispose();
            _ecoute = salle.Ecouter(Seance, _direct.Version, RecevoirAsync);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // One at a time: two renders close together would open the sheet twice, and a key would count twice.
        if (_feuille is null || _direct is null || !_aRemettre || _remet)
        {
            return;
        }

        _remet = true;
        try
        {
            while (_aRemettre)
            {
                _aRemettre = false;
                await RemettreAsync(_feuille);
            }
        }
        finally
        {
            _remet = false;
        }
    }

    /// <summary>Ouvre la feuille si elle ne l'est pas, et lui donne l'état lu.</summary>
    private async Task RemettreAsync(FeuilleEnDirect feuille)
    {
        if (_feuilleJs is not null && _feuilleModifiable != Relevable)
        {
            await _feuilleJs.InvokeVoidAsync("fermer");
            await _feuilleJs.DisposeAsync();
            _feuilleJs = null;
        }

        if (_feuilleJs is null)
        {
            _feuilleModifiable = Relevable;
            _pont ??= DotNetObjectReference.Create(this);
            _module ??= await js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/seance.js"]}");
            _feuilleJs = await _module.InvokeAsync<IJSObjectReference>("ouvrir", feuille.Zone, _pont);
        }

        await _feuilleJs.InvokeVoidAsync("appliquer", new ChangementEnDirect(_direct!.Version, _direct.Lignes, _direct.Jauge));
    }

    private Task RecevoirAsync(ChangementEnDirect changement) =>
        InvokeAsync(async () =>
        {
            if (changement.Lignes.Count > 0 && _feuilleJs is not null)
            {
                await _feuilleJs.InvokeVoidAsync("appliquer", changement);
            }

            if (changement.Relire)
            {
                await RelireAsync();
                StateHasChanged();
            }
        });

    private async Task RelireAsync()
    {
        var acteur = await acteurCourant.LireAsync();
        _direct = await lire.ExecuterAsync(acteur, Seance);
        _fiche = _direct?.Seance.Etat is EtatDeSeance.Programmee or EtatDeSeance.Convoquee
            ? await lireFiche.ExecuterAsync(acteur, Seance)
            : null;
        _charge = true;
        _aRemettre = true;
    }

    private async Task<Retour> AgirAsync(GesteDeSeance geste, string succes)
    {
        _retour = await operation.ExecuterAsync(
            async () => await conduire.ExecuterAsync(await acteurCourant.LireAsync(), Seance, geste),
            succes
        );
        _motif = _retour.Reussi ? null : _motif;
        await RelireAsync();
        StateHasChanged();
        return _retour;
    }
}
