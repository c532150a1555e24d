using CdgMarches.Database.Comptes;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Compte.Pages;

/// <summary>Montre à qui est le lien ; seul le bouton s'en sert, jamais l'ouverture de la page.</summary>
public sealed partial class ConfirmerLien(LireLien lire, ConnexionParLien connecter, NavigationManager navigation)
{
    private TitulaireDeLien? _titulaire;
    private bool _traite;

    [Parameter]
    public string Jeton { get; set; } = "";

    [CascadingParameter]
    private HttpContext Requete { get; set; } = null!;

    /// <summary>À l'envoi, le formulaire doit être là pour recevoir, même si le lien vient d'expirer.</summary>
    private bool AMontrer => _titulaire is not null || (HttpMethods.IsPost(Requete.Request.Method) && !_traite);

    protected override async Task OnInitializedAsync() => _titulaire = await lire.ExecuterAsync(Jeton, UsageDeLien.Connexion);

    private async Task ConfirmerAsync()
    {
        if (await connecter.ExecuterAsync(Jeton))
        {
            navigation.NavigateTo("/");
            return;
        }

        (_titulaire, _traite) = (null, true);
    }
}
