using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CdgMarches.App.Accueil;

/// <summary>La recherche globale : l'adresse porte les mots, les sources cherchent dans le périmètre de l'acteur.</summary>
public sealed partial class PageRecherche(
    LireSources lire,
    ActeurCourant acteurCourant,
    NavigationManager navigation,
    IJSRuntime js
)
{
    private Recolte<ResultatDeRecherche>? _recolte;
    private IReadOnlyList<Lien> _recents = [];
    private string? _saisie;
    private string? _cherche;
    private string _compte = "";

    [SupplyParameterFromQuery(Name = "q")]
    private string? Mots { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_recolte is not null && Mots == _cherche)
        {
            return;
        }

        (_saisie, _cherche, _recolte, _compte) = (Mots, Mots, null, "");
        var recolte = await lire.ChercherAsync(await acteurCourant.LireAsync(), Mots);
        if (Mots == _cherche)
        {
            _recolte = recolte;
            _compte = string.IsNullOrWhiteSpace(Mots) ? "" : Compte(recolte.Elements.Count, Mots);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _recents = await js.InvokeAsync<Lien[]?>("cdgmarches.recents") ?? [];
            StateHasChanged();
        }
    }

    private void Chercher() => navigation.NavigateTo(navigation.GetUriWithQueryParameter("q", Mot()));

    private string? Mot() => string.IsNullOrWhiteSpace(_saisie) ? null : _saisie.Trim();

    private static string Compte(int nombre, string mots) =>
        nombre switch
        {
            0 => $"Aucun résultat pour « {mots} »",
            1 => $"1 résultat pour « {mots} »",
            _ => $"{Formats.Nombre((long)nombre)} résultats pour « {mots} »",
        };
}
