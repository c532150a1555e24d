using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Collectivites;

/// <summary>Réunit un doublon à la fiche, en choisissant champ par champ ce qui est gardé.</summary>
public sealed partial class PageFusion(
    LireFicheDeCollectivite lire,
    FusionnerCollectivites fusionner,
    ActeurCourant acteurCourant,
    Operation operation,
    NavigationManager navigation
)
{
    private readonly HashSet<string> _duDoublon = [];
    private Confirmation _confirmation = null!;
    private FicheDeCollectivite? _fiche;
    private FicheDeCollectivite? _doublon;
    private SuggestionDeCollectivite? _choisi;
    private IReadOnlyList<ChampDeFusion> _champs = [];
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private Retour? _retour;
    private string? _motif;
    private bool _charge;

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnInitializedAsync()
    {
        await RelireAsync();
        _charge = true;
    }

    private async Task RelireAsync() =>
        _fiche = await lire.ExecuterAsync(await acteurCourant.LireAsync(), new CollectiviteId(Id));

    private async Task ChoisirAsync(SuggestionDeCollectivite? choisi)
    {
        (_choisi, _doublon, _retour, _erreurs) = (choisi, null, null, []);
        _duDoublon.Clear();
        if (choisi is null)
        {
            return;
        }

        if (choisi.Id == _fiche!.Id)
        {
            _retour = Retour.Refus("C'est la fiche elle-même. Choisissez l'autre fiche de la même collectivité.");
            return;
        }

        _doublon = await lire.ExecuterAsync(await acteurCourant.LireAsync(), choisi.Id);
        Comparer();
    }

    private void Comparer()
    {
        _champs = _fiche is null || _doublon is null ? [] : ComparaisonDeFusion.Comparer(_fiche, _doublon);
        foreach (var champ in _champs.Where(c => c is { Differe: true, Gardee: null }))
        {
            _duDoublon.Add(champ.Cle);
        }
    }

    private async Task DemanderAsync()
    {
        _retour = null;
        _erreurs = string.IsNullOrWhiteSpace(_motif) ? [new ErreurDeSaisie("motif", "Indiquez le motif de la fusion.")] : [];
        if (_erreurs.Count == 0)
        {
            await _confirmation.OuvrirAsync();
        }
    }

    private async Task FusionnerAsync()
    {
        var retour = await operation.ExecuterAsync(
            async () =>
                await fusionner.ExecuterAsync(
                    await acteurCourant.LireAsync(),
                    new FusionPreparee(
                        _fiche!.Id,
                        _fiche.Version,
                        _doublon!.Id,
                        _doublon.Version,
                        ComparaisonDeFusion.Choisir(_fiche, _doublon, _duDoublon),
                        _motif
                    )
                ),
            succes: "Les deux fiches n'en font plus qu'une."
        );
        if (retour.Reussi)
        {
            navigation.NavigateTo(AdressesDesCollectivites.Fiche(_fiche!.Id));
            return;
        }

        (_erreurs, _retour) = Saisies.Repartir(retour);
        if (retour.Conflit)
        {
            await RelireAsync();
            await ChoisirAsync(_choisi);
            _retour = Retour.Refus(
                "L'une des deux fiches a été modifiée entre-temps. Rien n'a été fusionné : la comparaison ci-dessous est à jour, vérifiez vos choix."
            );
        }
    }
}
