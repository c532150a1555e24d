using CdgMarches.Database.Comptes;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Compte.Pages;

/// <summary>Montre à qui est le lien ; seul le bouton s'en sert, jamais l'ouverture de la page.</summary>
public sealed partial class ConfirmerLien(LireLien lire, ConnexionParLien connecter, NavigationManager navigation)
{
    private TitulaireDeLien? _titulaire;

    [Parameter]
    public string Jeton { get; set; } = "";

    protected override async Task OnInitializedAsync() =>
        _titulaire = await lire.ExecuterAsync(Jeton, UsageDeLien.Connexion);

    private async Task ConfirmerAsync()
    {
        if (await connecter.ExecuterAsync(Jeton))
        {
            navigation.NavigateTo("/");
            return;
        }

        _titulaire = null;
    }
}
