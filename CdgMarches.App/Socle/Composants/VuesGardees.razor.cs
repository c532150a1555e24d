using CdgMarches.App.Socle.Vues;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Socle.Composants;

/// <summary>Les vues de la liste affichée : les siennes, celles que l'on partage, et de quoi garder celle-ci.</summary>
public sealed partial class VuesGardees(TenirVues vues, ActeurCourant acteur, Operation operation, NavigationManager navigation)
{
    private readonly string _id = $"vue-{Guid.NewGuid():N}";
    private IReadOnlyList<VueGardee>? _vues;
    private Retour? _retour;
    private string? _nom;
    private bool _partagee;
    private bool _cdg;

    private string Chemin => new Uri(navigation.Uri).AbsolutePath;

    protected override Task OnInitializedAsync() => LireAsync();

    private async Task LireAsync()
    {
        var lecteur = await acteur.LireAsync();
        _cdg = lecteur.Perimetre.EstCdg;
        _vues = await vues.LireAsync(lecteur, Chemin);
    }

    private async Task GarderAsync()
    {
        _retour = await operation.ExecuterAsync(
            async () =>
                await vues.EnregistrerAsync(
                    await acteur.LireAsync(),
                    Chemin,
                    _nom,
                    AdresseDeListe.Requete(navigation.Uri),
                    _partagee
                ),
            "La vue est gardée."
        );
        if (_retour.Reussi)
        {
            (_nom, _partagee) = (null, false);
        }

        await LireAsync();
    }

    private async Task RetirerAsync(VueGardee vue)
    {
        var retour = await operation.ExecuterAsync(
            async () => await vues.RetirerAsync(await acteur.LireAsync(), vue.Id),
            $"La vue « {vue.Nom} » est retirée."
        );
        _retour = retour.Annulable(this, () => RemettreAsync(vue));
        await LireAsync();
    }

    private async Task RemettreAsync(VueGardee vue)
    {
        _retour = await operation.ExecuterAsync(
            async () => await vues.EnregistrerAsync(await acteur.LireAsync(), Chemin, vue.Nom, vue.Requete, vue.Partagee),
            $"La vue « {vue.Nom} » est remise."
        );
        await LireAsync();
    }
}
