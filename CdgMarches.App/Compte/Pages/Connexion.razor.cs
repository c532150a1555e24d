using CdgMarches.App.Demarrage;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Compte.Pages;

/// <summary>La page de connexion, et ce qu'elle dit quand on y est ramené.</summary>
public sealed partial class Connexion(
    SeConnecter seConnecter,
    PresenceDAdministrateur presence,
    IHostEnvironment environnement,
    NavigationManager navigation
)
{
    private IReadOnlyList<string> _refus = [];
    private bool _sansAdministrateur;

    [SupplyParameterFromQuery(Name = "retour")]
    private string? Retour { get; set; }

    [SupplyParameterFromQuery(Name = "expiree")]
    private string? Expiree { get; set; }

    [SupplyParameterFromQuery(Name = "deconnecte")]
    private string? Deconnecte { get; set; }

    [SupplyParameterFromQuery(Name = "enregistre")]
    private string? Enregistre { get; set; }

    [SupplyParameterFromForm(FormName = "connexion")]
    private SaisieDeConnexion? Saisie { get; set; }

    private string? Information =>
        Expiree is not null
            ? "Votre session a pris fin. Ce qui était enregistré l'est toujours ; reconnectez-vous pour revenir où vous étiez."
        : Deconnecte is not null ? "Vous êtes déconnecté."
        : Enregistre is not null ? "Votre mot de passe est enregistré : connectez-vous."
        : null;

    protected override async Task OnInitializedAsync() => _sansAdministrateur = !await presence.ExisteAsync();

    private async Task ConnecterAsync()
    {
        if (await seConnecter.ExecuterAsync(Saisie?.Identifiant, Saisie?.MotDePasse) is { } refus)
        {
            _refus = [refus];
            return;
        }

        navigation.NavigateTo(Retours.Local(Retour));
    }

    private sealed class SaisieDeConnexion
    {
        public string? Identifiant { get; set; }

        public string? MotDePasse { get; set; }
    }
}
