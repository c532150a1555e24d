using CdgMarches.Database.Comptes;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Compte;

/// <summary>Choix d'un mot de passe par un lien reçu.</summary>
public sealed partial class FormulaireDeMotDePasse(LireLien lire, ChoisirMotDePasse choisir, NavigationManager navigation)
{
    public const string PasLesMemes = "Les deux mots de passe ne sont pas les mêmes : tapez-les de nouveau.";

    private TitulaireDeLien? _titulaire;
    private IReadOnlyList<string> _refus = [];
    private bool _traite;

    [Parameter, EditorRequired]
    public string Jeton { get; set; } = "";

    [Parameter, EditorRequired]
    public UsageDeLien Usage { get; set; }

    [CascadingParameter]
    private HttpContext Requete { get; set; } = null!;

    /// <summary>À l'envoi, le formulaire doit être là pour recevoir, même si le lien vient d'expirer.</summary>
    private bool AMontrer => _titulaire is not null || (HttpMethods.IsPost(Requete.Request.Method) && !_traite);

    [SupplyParameterFromForm(FormName = "mot-de-passe")]
    private SaisieDeMotDePasse? Saisie { get; set; }

    protected override async Task OnInitializedAsync() => _titulaire = await lire.ExecuterAsync(Jeton, Usage);

    private async Task EnregistrerAsync()
    {
        _traite = true;
        _refus =
            Saisie?.MotDePasse != Saisie?.Confirmation
                ? [PasLesMemes]
                : await choisir.ExecuterAsync(Jeton, Usage, Saisie?.MotDePasse);
        if (_refus.Count == 0)
        {
            navigation.NavigateTo(ReglesDeSession.CheminDeConnexion + "?enregistre=1");
        }
    }

    private sealed class SaisieDeMotDePasse
    {
        public string? MotDePasse { get; set; }

        public string? Confirmation { get; set; }
    }
}
