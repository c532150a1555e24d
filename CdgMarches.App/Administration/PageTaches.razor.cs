using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.App.Socle.Taches;
using CdgMarches.Database.Socle;

namespace CdgMarches.App.Administration;

/// <summary>Les tâches planifiées et l'installation autorisée à envoyer, pour l'administrateur.</summary>
public sealed partial class PageTaches(
    LireTaches lire,
    InstallationDEnvoi installation,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge
)
{
    private IReadOnlyList<LigneDeTache> _taches = [];
    private IReadOnlyList<Installation> _installations = [];
    private Retour? _retour;
    private bool _confirmee = true;

    protected override async Task OnInitializedAsync() => await LireAsync();

    private async Task LireAsync()
    {
        var acteur = await acteurCourant.LireAsync();
        _taches = await lire.ExecuterAsync(acteur);
        _confirmee = await installation.EstConfirmeeAsync();
        _installations = await installation.ConfirmeesAsync(acteur);
    }

    private async Task LancerAsync(string nom)
    {
        _retour = await operation.ExecuterAsync(async () => await lire.LancerAsync(await acteurCourant.LireAsync(), nom));
        await LireAsync();
    }

    private async Task ConfirmerAsync()
    {
        _retour = await operation.ExecuterAsync(
            async () => await installation.ConfirmerAsync(await acteurCourant.LireAsync()),
            "Cette installation est confirmée : la file reprend."
        );
        await LireAsync();
    }
}
