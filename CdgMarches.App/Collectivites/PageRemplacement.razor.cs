using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Collectivites;

/// <summary>Enregistre la collectivité qui succède à celle de la fiche.</summary>
public sealed partial class PageRemplacement(
    LireFicheDeCollectivite lire,
    RemplacerCollectivite remplacer,
    ActeurCourant acteurCourant,
    Operation operation,
    NavigationManager navigation
)
{
    private FicheDeCollectivite? _fiche;
    private SuggestionDeCollectivite? _successeur;
    private DateOnly? _date;
    private string? _motif;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private Retour? _retour;
    private bool _charge;

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _fiche = await lire.ExecuterAsync(await acteurCourant.LireAsync(), new CollectiviteId(Id));
        if (_fiche?.Successeur is { } s)
        {
            (_successeur, _date) = (new SuggestionDeCollectivite(s.Id, s.Nom, s.Categorie, null, null, null), _fiche.RemplaceeLe);
        }

        _charge = true;
    }

    private async Task EnregistrerAsync()
    {
        _erreurs =
        [
            .. _successeur is null
                ? [new ErreurDeSaisie("successeur", "Choisissez la collectivité qui lui succède.")]
                : Array.Empty<ErreurDeSaisie>(),
            .. _date is null
                ? [new ErreurDeSaisie("remplacee-le", "Indiquez la date du remplacement.")]
                : Array.Empty<ErreurDeSaisie>(),
        ];
        if (_erreurs.Count == 0)
        {
            await AgirAsync(_successeur!.Id, _date!.Value, "Le remplacement est enregistré.");
        }
    }

    private Task AnnulerAsync() => AgirAsync(null, _fiche!.RemplaceeLe ?? default, "Le remplacement est annulé.");

    private async Task AgirAsync(CollectiviteId? successeur, DateOnly date, string succes)
    {
        var retour = await operation.ExecuterAsync(
            async () =>
                await remplacer.ExecuterAsync(
                    await acteurCourant.LireAsync(),
                    _fiche!.Id,
                    _fiche.Version,
                    successeur,
                    date,
                    _motif
                ),
            succes
        );
        if (retour.Reussi)
        {
            navigation.NavigateTo(AdressesDesCollectivites.Fiche(_fiche!.Id));
            return;
        }

        (_erreurs, _retour) = Saisies.Repartir(retour);
        if (retour.Conflit)
        {
            _fiche = await lire.ExecuterAsync(await acteurCourant.LireAsync(), new CollectiviteId(Id));
        }
    }
}
