using CdgMarches.App.Socle.Composants;

namespace CdgMarches.App.Socle.Notifications;

/// <summary>Les avis de l'utilisateur.</summary>
public sealed partial class PageNotifications(
    LireNotifications lire,
    ActeurCourant acteur,
    Operation operation,
    HorlogeLegale horloge
)
{
    private Liste<AvisLu>? _liste;
    private Retour? _retour;

    private async Task<PageDe<AvisLu>> LireAsync(Demande demande) => await lire.ExecuterAsync(await acteur.LireAsync(), demande);

    private async Task MarquerAsync(Guid? id)
    {
        var retour = await operation.ExecuterAsync(
            async () => await lire.MarquerLuesAsync(await acteur.LireAsync(), id),
            "Tous les avis sont lus."
        );
        _retour = id is null || !retour.Reussi ? retour : null;
        await _liste!.RechargerAsync();
    }
}
