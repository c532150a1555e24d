using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;

namespace CdgMarches.App.Socle.Disposition;

/// <summary>La navigation par domaine : chacun n'y voit que ce qu'il peut ouvrir.</summary>
public sealed partial class MenuPrincipal(NavigationManager navigation, IJSRuntime js) : IDisposable
{
    private static readonly Entree[] Toutes =
    [
        new("Accueil", "/", "accueil", Droits.ConsulterCdg),
        new("Mon espace", "/espace", "accueil", Droits.Espace),
        new("Nos adhésions", "/espace/adhesions", "groupe", Droits.Espace),
        new("Nos conventions", "/espace/conventions", "convention", Droits.Espace),
        new("Nos recensements", "/espace/recensements", "recensement", Droits.Espace),
        new("Nos sessions", "/espace/sessions", "calendrier", Droits.Espace),
        new("Nos marchés", "/espace/marches", "procedure", Droits.Espace),
        new("Nos contributions", "/espace/contributions", "contribution", Droits.Espace),
        new("Nos contacts et mandats", "/espace/contacts", "mairie", Droits.Espace),
        new("Demander de l'aide", "/espace/assistance", "courriel", Droits.Espace),
        new("Comptes de ma collectivité", "/espace/utilisateurs", "groupe", Droits.AdministrerSaCollectivite),
        new("Collectivités", "/collectivites", "mairie", Droits.ConsulterCdg),
        new("Groupements", "/groupements", "groupe", Droits.ConsulterCdg),
        new("Sessions de présentation", "/sessions", "recensement", Droits.ConsulterCdg),
        new("Conventions", "/conventions", "convention", Droits.ConsulterCdg),
        new("Recensements", "/recensements", "recensement", Droits.ConsulterCdg),
        new("Procédures", "/procedures", "procedure", Droits.ConsulterCdg),
        new("Marchés", "/marches", "document", Droits.ConsulterCdg),
        new("Commission", "/commissions", "commission", Droits.ConsulterCdg),
        new("Contributions", "/contributions", "contribution", Droits.ConsulterCdg),
        new("Échéancier", "/echeancier", "calendrier", Droits.Consulter),
        new("Informations reçues", "/espace/transmissions", "courriel", Droits.Espace),
        new("Documents", "/documents", "document", Droits.ConsulterCdg),
        new("Courriels", "/courriels", "courriel", Droits.ConsulterCdg),
        new("Synthèse", "/synthese", "synthese", Droits.ConsulterCdg),
        new("Administration", "/administration", "reglages", Droits.Administrer),
    ];

    private bool _deployee = true;
    private bool _aRelire;

    [Parameter, EditorRequired]
    public Acteur Acteur { get; set; } = null!;

    private IEnumerable<Entree> Entrees => Toutes.Where(e => Acteur.Peut(e.Droit));

    public void Dispose() => navigation.LocationChanged -= AdresseChangee;

    protected override void OnInitialized() => navigation.LocationChanged += AdresseChangee;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Le navigateur garde l'état et le change aussi de lui-même, sur un écran étroit : le menu le suit.
        if (firstRender || _aRelire)
        {
            _aRelire = false;
            var deployee = await js.InvokeAsync<bool>("cdgmarches.navigation", false);
            if (deployee != _deployee)
            {
                _deployee = deployee;
                StateHasChanged();
            }
        }
    }

    private async Task BasculerAsync() => _deployee = await js.InvokeAsync<bool>("cdgmarches.navigation", true);

    private void AdresseChangee(object? source, LocationChangedEventArgs changement)
    {
        _aRelire = true;
        _ = InvokeAsync(StateHasChanged);
    }

    private string? Courante(Entree entree)
    {
        var chemin = new Uri(navigation.Uri).AbsolutePath;
        return chemin == entree.Adresse ? "page"
            : entree.Adresse is not ("/" or "/espace") && chemin.StartsWith(entree.Adresse + "/", StringComparison.Ordinal)
                ? "true"
            : null;
    }

    private sealed record Entree(string Libelle, string Adresse, string Icone, string Droit);
}
