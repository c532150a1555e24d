using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Collectivites;

/// <summary>Le référentiel, filtré et trié par l'adresse de la page.</summary>
public sealed partial class PageCollectivites(LireCollectivites lire, ActeurCourant acteurCourant, HorlogeLegale horloge)
{
    private static readonly IReadOnlyList<Lien> Fil = [new("Accueil", "/")];

    private static readonly IReadOnlyList<Option<string>> Categories =
    [
        .. Categorie.Toutes.Select(c => new Option<string>(c.Code.ToString(), c.Libelle)),
    ];

    private static readonly IReadOnlyList<Option<string>> Affiliations = [new("oui", "Affiliées"), new("non", "Non affiliées")];
    private static readonly IReadOnlyList<Option<string>> Effectifs = [new("manquant", "Manquant")];
    private static readonly IReadOnlyList<Option<string>> Archives = [new("oui", "Archivées")];

    private IReadOnlyList<Option<string>> _departements = [];
    private bool _gere;
    private int _annee;

    protected override async Task OnInitializedAsync()
    {
        _annee = horloge.Aujourdhui.Year;
        var acteur = await acteurCourant.LireAsync();
        _gere = acteur.Peut(Droits.GererCollectivites);
        _departements = [.. (await lire.DepartementsAsync(acteur)).Select(d => new Option<string>(d, d))];
    }

    private async Task<PageDe<LigneDeCollectivite>> ChargerAsync(Demande demande) =>
        await lire.ExecuterAsync(await acteurCourant.LireAsync(), demande);
}
