using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Courriels;

/// <summary>Le registre des courriers et recommandés.</summary>
public sealed partial class PageRegistre(LireCourriers lire, ActeurCourant acteurCourant)
{
    private static readonly IReadOnlyList<Option<string>> Issues =
    [
        .. Enum.GetValues<IssueDeCourrier>().Select(i => new Option<string>(i.ToString(), i.Libelle())),
    ];

    private bool _gere;

    protected override async Task OnInitializedAsync() => _gere = (await acteurCourant.LireAsync()).Peut(Droits.GererGroupements);

    private async Task<PageDe<LigneDeCourrier>> ChargerAsync(Demande demande) =>
        await lire.ExecuterAsync(await acteurCourant.LireAsync(), demande);

    internal static Ton TonDe(IssueDeCourrier issue) =>
        issue switch
        {
            IssueDeCourrier.EnCours => Ton.Info,
            IssueDeCourrier.Remis => Ton.Positif,
            IssueDeCourrier.Refuse or IssueDeCourrier.NonReclame => Ton.Attention,
            IssueDeCourrier.AdresseInconnue => Ton.Alerte,
        };
}
