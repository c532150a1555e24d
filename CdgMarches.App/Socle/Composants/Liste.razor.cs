using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace CdgMarches.App.Socle.Composants;

/// <summary>Une liste dont l'état est l'adresse de la page : pagination, tri, recherche et filtres se partagent et reviennent.</summary>
public sealed partial class Liste<T>(NavigationManager navigation) : IDisposable
{
    private readonly string _id = $"liste-{Guid.NewGuid():N}";
    private readonly List<Colonne<T>> _colonnes = [];
    private readonly FiltrageDeListe _filtrage = new(navigation);
    private IReadOnlySet<string> _masquees = new HashSet<string>();
    private Demande _demande = new();
    private PageDe<T>? _resultat;
    private string? _recherche;
    private string _chemin = "";
    private bool _occupee;
    private int _lecture;

    /// <summary>La lecture, scopée à l'acteur : elle reçoit la demande lue dans l'adresse.</summary>
    [Parameter, EditorRequired]
    public Func<Demande, Task<PageDe<T>>> Charger { get; set; } = null!;

    /// <summary>Ce que la liste contient (« Collectivités ») : légende du tableau et nom de la zone.</summary>
    [Parameter, EditorRequired]
    public string Legende { get; set; } = "";

    [Parameter, EditorRequired]
    public RenderFragment? Colonnes { get; set; }

    /// <summary>Des <see cref="FiltreChoix"/>, ou tout contrôle qui change l'adresse.</summary>
    [Parameter]
    public RenderFragment? Filtres { get; set; }

    /// <summary>Ce que l'on voit tant qu'il n'y a rien, sans filtre : que faire pour commencer.</summary>
    [Parameter]
    public RenderFragment? Vide { get; set; }

    /// <summary>L'adresse de l'export ; elle reçoit la recherche, les filtres et le tri en cours.</summary>
    [Parameter]
    public string? Export { get; set; }

    [Parameter]
    public bool AvecRecherche { get; set; } = true;

    [Parameter]
    public string LibelleRecherche { get; set; } = "Rechercher";

    [Parameter]
    public int Taille { get; set; } = 25;

    /// <summary>Sur un écran de téléphone, chaque ligne devient une carte : pour un tableau de nombreuses colonnes.</summary>
    [Parameter]
    public bool EnCartes { get; set; }

    /// <summary>La clé d'une ligne : la donner ouvre la sélection.</summary>
    [Parameter]
    public Func<T, string>? Cle { get; set; }

    /// <summary>Le nom d'une ligne, pour sa case à cocher.</summary>
    [Parameter]
    public Func<T, string>? NomDe { get; set; }

    [Parameter]
    public SelectionDeListe Selection { get; set; } = SelectionDeListe.Aucune;

    [Parameter]
    public EventCallback<SelectionDeListe> SelectionChanged { get; set; }

    [Parameter]
    public RenderFragment? ActionsDeSelection { get; set; }

    /// <summary>La demande en cours, pour agir sur tous les résultats.</summary>
    public Demande Demande => _demande;

    /// <summary>Relit la page affichée, après une action qui a changé les données.</summary>
    public async Task RechargerAsync()
    {
        var lecture = ++_lecture;
        _occupee = _resultat is not null;
        var resultat = await Charger(_demande);
        if (lecture != _lecture)
        {
            return;
        }

        if (resultat is { Elements.Count: 0, Total: > 0 } && _demande.Page > 1)
        {
            // Des lignes ont disparu depuis que l'adresse a été notée : la dernière page qui existe.
            var derniere = (resultat.Total + _demande.Prendre - 1) / _demande.Prendre;
            navigation.NavigateTo(navigation.GetUriWithQueryParameter(AdresseDeListe.Page, derniere), replace: true);
            return;
        }

        (_resultat, _occupee) = (resultat, false);
        StateHasChanged();
    }

    public void Dispose() => navigation.LocationChanged -= AdresseChangee;

    internal void Annoncer(Colonne<T> colonne) => _colonnes.Add(colonne);

    protected override async Task OnInitializedAsync()
    {
        _chemin = Chemin(navigation.Uri);
        navigation.LocationChanged += AdresseChangee;
        LireAdresse();
        await RechargerAsync();
    }

    private void AdresseChangee(object? source, LocationChangedEventArgs changement)
    {
        if (Chemin(changement.Location) == _chemin)
        {
            _ = InvokeAsync(SuivreAdresseAsync);
        }
    }

    private async Task SuivreAdresseAsync()
    {
        try
        {
            var avant = _demande;
            LireAdresse();
            StateHasChanged();
            if (!AdresseDeListe.EstLaMeme(avant, _demande))
            {
                await RechargerAsync();
            }
        }
        catch (Exception panne)
        {
            // Hors de tout événement du composant, l'exception se perdrait : elle va à l'ErrorBoundary de la page.
            await DispatchExceptionAsync(panne);
        }
    }

    private void LireAdresse()
    {
        _demande = AdresseDeListe.Lire(navigation.Uri, Taille);
        _masquees = AdresseDeListe.ColonnesMasquees(navigation.Uri);
        _recherche = _demande.Recherche;
    }

    private static string Chemin(string adresse) => new Uri(adresse).AbsolutePath;
}
