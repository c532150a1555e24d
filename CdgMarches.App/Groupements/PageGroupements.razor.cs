using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Groupements;

/// <summary>Les groupements que l'agent peut voir.</summary>
public sealed partial class PageGroupements(LireGroupements lire, ActeurCourant acteurCourant)
{
    private static readonly IReadOnlyList<Lien> Fil = [new("Accueil", "/")];

    private static readonly IReadOnlyList<Option<string>> Etats =
    [
        .. Enum.GetValues<EtatDuGroupement>().Select(e => new Option<string>(e.ToString(), e.Libelle())),
    ];

    private bool _gere;

    protected override async Task OnInitializedAsync()
    {
        var acteur = await acteurCourant.LireAsync();
        _gere = acteur.Peut(Droits.GererGroupements) && AccesAuxGroupements.Limite(acteur) is null;
    }

    private async Task<PageDe<LigneDeGroupement>> ChargerAsync(Demande demande) =>
        await lire.ExecuterAsync(await acteurCourant.LireAsync(), demande);

    private static string Duree(LigneDeGroupement ligne) =>
        ligne.Fin is { } fin ? $"{Formats.DateCourte(ligne.Debut)} – {Formats.DateCourte(fin)}"
        : ligne.EstPermanent ? $"permanent depuis le {Formats.DateCourte(ligne.Debut)}"
        : $"depuis le {Formats.DateCourte(ligne.Debut)}";
}
