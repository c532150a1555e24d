using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Database.Socle;

namespace CdgMarches.App.Courriels;

/// <summary>Le journal des courriels.</summary>
public sealed partial class PageCourriels(LireCourriels lire, ActeurCourant acteurCourant, HorlogeLegale horloge)
{
    private static readonly IReadOnlyList<Option<string>> Etats =
    [
        new(LireCourriels.ATraiter, "À traiter"),
        .. Enum.GetValues<EtatDEnvoi>().Select(e => new Option<string>(e.ToString(), e.Libelle())),
    ];

    private async Task<PageDe<LigneDeCourriel>> ChargerAsync(Demande demande) =>
        await lire.ExecuterAsync(await acteurCourant.LireAsync(), demande);

    private string Instant(DateTimeOffset? instant) =>
        instant is { } quand ? Formats.Instant(quand, horloge.Fuseau) : Formats.Absent;
}
