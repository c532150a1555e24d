using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Conventions;

namespace CdgMarches.App.Conventions;

/// <summary>Ouvre une convention pour chacune des collectivités choisies.</summary>
public sealed partial class PagePlusieursConventions(
    LireCandidatesALaConvention lire,
    PreparerConventions preparer,
    LireReglesUsuelles lireUsuelles,
    ActeurCourant acteurCourant,
    Operation operation
)
{
    private static readonly IReadOnlyList<Lien> Fil = [new("Accueil", "/"), new("Conventions", AdressesDesConventions.Liste)];

    private static readonly IReadOnlyList<Option<string>> Categories =
    [
        .. Categorie.Toutes.Select(c => new Option<string>(c.Code.ToString(), c.Libelle)),
    ];

    private Liste<CandidateALaConvention>? _liste;
    private Confirmation? _confirmation;
    private SelectionDeListe _selection = SelectionDeListe.Aucune;
    private SaisieDeRegles _regles = SaisieDeRegles.De(ReglesDAcces.Usuelles);
    private IReadOnlyList<PreparationRefusee> _refusees = [];
    private Retour? _retour;

    protected override async Task OnInitializedAsync() =>
        _regles = SaisieDeRegles.De(await lireUsuelles.ExecuterAsync(await acteurCourant.LireAsync()));

    private async Task<PageDe<CandidateALaConvention>> ChargerAsync(Demande demande) =>
        await lire.ExecuterAsync(await acteurCourant.LireAsync(), demande);

    private async Task OuvrirAsync()
    {
        _refusees = [];
        if (_regles.Manques() is [var manque, ..])
        {
            _retour = Retour.Refus($"{manque.Message} Rien n'a été ouvert.");
            return;
        }

        _retour = await operation.ExecuterAsync(async () =>
        {
            var acteur = await acteurCourant.LireAsync();
            IReadOnlyList<CollectiviteId> choisies = _selection.Tous
                ? await lire.ToutesAsync(acteur, _liste!.Demande)
                : [.. _selection.Cles.Select(c => new CollectiviteId(Guid.Parse(c)))];
            var bilan = await preparer.ExecuterAsync(acteur, choisies, _regles.Lire());
            _refusees = bilan.Refusees;
            return $"{Formats.Compter(bilan.Ouvertes.Count, "convention est ouverte", "conventions sont ouvertes")}"
                + (
                    bilan.Refusees.Count == 0
                        ? "."
                        : $" ; {Formats.Compter(bilan.Refusees.Count, "collectivité écartée", "collectivités écartées")}, voyez pourquoi."
                );
        });
        if (_retour.Reussi)
        {
            _selection = SelectionDeListe.Aucune;
            await _liste!.RechargerAsync();
        }
    }
}
