using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Courriels;

/// <summary>Ce qui a été transmis aux membres, et ce qui attend de l'être.</summary>
public sealed partial class PageTransmissions(LireTransmissions lire, ActeurCourant acteurCourant, HorlogeLegale horloge)
{
    private static readonly IReadOnlyList<Option<string>> Etats =
    [
        new(LireTransmissions.EnAttente, "À transmettre"),
        new(LireTransmissions.EnRetard, "En retard"),
        new(LireTransmissions.Transmises, "Transmises"),
    ];

    private bool _gere;

    protected override async Task OnInitializedAsync() => _gere = (await acteurCourant.LireAsync()).Peut(Droits.GererGroupements);

    private async Task<PageDe<LigneDeTransmission>> ChargerAsync(Demande demande) =>
        await lire.ExecuterAsync(await acteurCourant.LireAsync(), demande);

    private string EtatDe(LigneDeTransmission ligne) =>
        ligne.EstAbandonnee ? "Abandonnée"
        : ligne.TransmiseLe is not null ? "Transmise"
        : ligne.EstEnRetard(horloge.Aujourdhui) ? "En retard"
        : $"Avant le {Formats.DateCourte(ligne.ATransmettreAvant)}";

    private Ton TonDe(LigneDeTransmission ligne) =>
        ligne.EstAbandonnee ? Ton.Neutre
        : ligne.TransmiseLe is not null ? Ton.Positif
        : ligne.EstEnRetard(horloge.Aujourdhui) ? Ton.Alerte
        : Ton.Attention;
}
