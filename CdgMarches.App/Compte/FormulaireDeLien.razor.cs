using CdgMarches.App.Socle;
using CdgMarches.Database.Comptes;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Compte;

/// <summary>Demande d'un lien par courriel ; la réponse est la même que le compte existe ou non.</summary>
public sealed partial class FormulaireDeLien(DemanderUnLien demander)
{
    private const string Reponse =
        "Si un compte correspond, un courriel vient de partir vers sa boîte : il nomme la personne et contient le lien. Rien reçu dans dix minutes ? Vérifiez les indésirables, puis appelez le centre de gestion.";

    private IReadOnlyList<string> _refus = [];
    private bool _envoye;

    [Parameter, EditorRequired]
    public UsageDeLien Usage { get; set; }

    [Parameter, EditorRequired]
    public string Explication { get; set; } = "";

    [SupplyParameterFromForm(FormName = "lien")]
    private SaisieDeCompte? Saisie { get; set; }

    private async Task DemanderAsync()
    {
        try
        {
            await demander.ExecuterAsync(Saisie?.Compte, Usage);
            _envoye = true;
        }
        catch (RefusException refus)
        {
            _refus = [refus.Message];
        }
    }

    private sealed class SaisieDeCompte
    {
        public string? Compte { get; set; }
    }
}
