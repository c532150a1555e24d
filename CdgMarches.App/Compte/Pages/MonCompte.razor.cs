using CdgMarches.App.Socle;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Compte.Pages;

/// <summary>Ce que le compte connecté est et peut, et son changement de mot de passe.</summary>
public sealed partial class MonCompte(ActeurCourant acteur, LireMonCompte lire, ChangerMotDePasse changer)
{
    private ResumeDeCompte? _compte;
    private IReadOnlyList<string> _refus = [];
    private bool _change;

    [CascadingParameter]
    private HttpContext Requete { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "changer")]
    private SaisieDeChangement? Saisie { get; set; }

    protected override async Task OnInitializedAsync() => _compte = await lire.ExecuterAsync(await acteur.LireAsync());

    private async Task ChangerAsync()
    {
        _refus =
            Saisie?.Nouveau != Saisie?.Confirmation
                ? [FormulaireDeMotDePasse.PasLesMemes]
                : await changer.ExecuterAsync(Requete.User, Saisie?.Actuel, Saisie?.Nouveau);
        _change = _refus.Count == 0;
    }

    private sealed class SaisieDeChangement
    {
        public string? Actuel { get; set; }

        public string? Nouveau { get; set; }

        public string? Confirmation { get; set; }
    }
}
