using CdgMarches.App.Contributions.Campagnes;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Contributions;

/// <summary>Les campagnes d'appel, et ce qui reste à lancer.</summary>
public sealed partial class PageContributions(
    LireCampagnesDAppel lire,
    OuvrirCampagneDAppel ouvrir,
    ActeurCourant acteurCourant,
    Operation operation,
    NavigationManager navigation
)
{
    private static readonly IReadOnlyList<Lien> Accueil = [new("Accueil", "/")];

    private IReadOnlyList<AppelALancer> _aLancer = [];
    private bool _prepare;
    private Retour? _retour;

    protected override async Task OnInitializedAsync()
    {
        var acteur = await acteurCourant.LireAsync();
        _prepare = acteur.Peut(Droits.PreparerContributions);
        _aLancer = await lire.ALancerAsync(acteur);
    }

    private async Task<PageDe<LigneDeCampagneDAppel>> LireAsync(Demande demande) =>
        await lire.ExecuterAsync(await acteurCourant.LireAsync(), demande);

    private async Task PreparerAsync(AppelALancer appel)
    {
        CampagneDAppelId? campagne = null;
        _retour = await operation.ExecuterAsync(
            async () =>
                campagne = await ouvrir.SurGrilleAsync(await acteurCourant.LireAsync(), appel.Lignee, appel.Exercice, null),
            "La campagne est ouverte."
        );
        if (campagne is { } id)
        {
            navigation.NavigateTo(AdressesDesContributions.Campagne(id));
        }
    }
}
