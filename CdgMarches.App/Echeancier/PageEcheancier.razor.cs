using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;

namespace CdgMarches.App.Echeancier;

/// <summary>L'échéancier en liste : à venir et en retard d'abord.</summary>
public sealed partial class PageEcheancier(
    LireEcheancier lire,
    AdressesDesObjets adresses,
    ActeurCourant acteurCourant,
    HorlogeLegale horloge
)
{
    private static readonly IReadOnlyList<Option<string>> Etats =
    [
        new(LireEcheancier.EnRetard, "En retard"),
        new(LireEcheancier.Accomplies, "Accomplies"),
        new(LireEcheancier.ToutesLesDates, "Toutes"),
    ];

    private static readonly IReadOnlyList<Option<string>> Charges = [new("oui", "Les miennes")];

    private IReadOnlyList<Option<string>> _objets = [];
    private bool _estCdg;

    protected override async Task OnInitializedAsync()
    {
        _objets = [.. adresses.Tous.Select(a => new Option<string>(a.Type, a.Nom))];
        _estCdg = (await acteurCourant.LireAsync()).Perimetre.EstCdg;
    }

    private async Task<PageDe<LigneDEcheance>> ChargerAsync(Demande demande) =>
        await lire.ExecuterAsync(await acteurCourant.LireAsync(), demande);

    private string Reste(LigneDEcheance echeance) =>
        echeance.EstAccomplie ? "Accomplie" : TacheDuResume.Reste(echeance.JoursRestants(horloge.Aujourdhui));

    private Ton TonDe(LigneDEcheance echeance) =>
        echeance.EstAccomplie ? Ton.Positif
        : echeance.EstEnRetard(horloge.Aujourdhui) ? Ton.Alerte
        : echeance.JoursRestants(horloge.Aujourdhui) <= 30 ? Ton.Attention
        : Ton.Neutre;
}
