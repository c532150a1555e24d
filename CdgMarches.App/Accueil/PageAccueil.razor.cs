using CdgMarches.App.Socle;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Accueil;

/// <summary>L'accueil d'un agent du CDG ; un membre est conduit à son espace.</summary>
public sealed partial class PageAccueil(
    LireSources lire,
    ActeurCourant acteurCourant,
    HorlogeLegale horloge,
    NavigationManager navigation
)
{
    private Recolte<CarteATraiter>? _cartes;
    private string _jour = "";

    protected override async Task OnInitializedAsync()
    {
        var acteur = await acteurCourant.LireAsync();
        if (!acteur.Peut(Droits.ConsulterCdg))
        {
            navigation.NavigateTo("/espace", replace: true);
            return;
        }

        _jour = Formats.DateAvecJour(horloge.Aujourdhui);
        _cartes = await lire.ATraiterAsync(acteur);
    }
}
