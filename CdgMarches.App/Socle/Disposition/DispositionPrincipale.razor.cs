using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Socle.Disposition;

/// <summary>Le cadre de toutes les pages ; sans acteur (page publique, session close), il se réduit au nom de l'application.</summary>
public sealed partial class DispositionPrincipale(
    ActeurCourant acteurCourant,
    HorlogeLegale horloge,
    NavigationManager navigation
)
{
    private Acteur? _acteur;
    private BarriereDErreur? _barriere;
    private string? _recherche;

    protected override async Task OnInitializedAsync()
    {
        try
        {
            _acteur = await acteurCourant.LireAsync();
        }
        catch (DroitManquantException)
        {
            // Personne n'est connecté : la page, si elle demande un droit, mènera à la connexion.
            _acteur = null;
        }
    }

    /// <summary>Changer de page lève l'erreur de la précédente.</summary>
    protected override void OnParametersSet() => _barriere?.Recover();

    private void Chercher()
    {
        if (!string.IsNullOrWhiteSpace(_recherche))
        {
            navigation.NavigateTo($"/recherche?q={Uri.EscapeDataString(_recherche.Trim())}");
            _recherche = null;
        }
    }
}
