using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Courriels;

/// <summary>Le registre des courriers et recommandés.</summary>
public sealed partial class PageRegistre(LireCourriers lire, AdressesDesObjets adresses, ActeurCourant acteurCourant)
{
    private static readonly IReadOnlyList<Option<string>> Issues =
    [
        .. Enum.GetValues<IssueDeCourrier>().Select(i => new Option<string>(i.ToString(), i.Libelle())),
    ];

    private bool _gere;

    /// <summary>Le dossier dont on ne voit que les courriers.</summary>
    [SupplyParameterFromQuery(Name = "type")]
    public string? ObjetType { get; set; }

    [SupplyParameterFromQuery(Name = "objet")]
    public Guid? ObjetId { get; set; }

    [SupplyParameterFromQuery(Name = "nom")]
    public string? NomDuDossier { get; set; }

    [SupplyParameterFromQuery(Name = "groupement")]
    public Guid? Groupement { get; set; }

    private string? Dossier =>
        (ObjetType, ObjetId) is ({ } type, not null)
            ? $"{adresses.Nom(type)}{(NomDuDossier is null ? "" : $" — {NomDuDossier}")}"
            : null;

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
