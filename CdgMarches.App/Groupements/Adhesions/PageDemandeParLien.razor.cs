using CdgMarches.App.Socle;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>La demande d'adhésion par lien personnel : l'ouvrir montre, l'envoyer enregistre. Page statique, faite pour un téléphone.</summary>
public sealed partial class PageDemandeParLien(DemanderParLien demander)
{
    private DemandeLue? _demande;
    private string? _refus;
    private bool _fait;

    [Parameter]
    public string Jeton { get; set; } = "";

    [SupplyParameterFromForm(FormName = "demander")]
    private SaisieDeDemande Saisie { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Requete { get; set; } = null!;

    private bool EstUnEnvoi => HttpMethods.IsPost(Requete.Request.Method);

    private bool FormulaireMontre => !_fait && _demande is not null;

    protected override async Task OnInitializedAsync()
    {
        Saisie ??= new SaisieDeDemande();
        try
        {
            _demande = await demander.LireAsync(Jeton);
        }
        catch (RefusException refus)
        {
            _refus = refus.Message;
        }
    }

    private async Task DemanderAsync()
    {
        try
        {
            await demander.ExecuterAsync(
                Jeton,
                [.. (Saisie.Prestations ?? []).Select(p => Guid.TryParse(p, out var id) ? id : Guid.Empty)],
                Saisie.Nom,
                Saisie.Qualite,
                Requete.Connection.RemoteIpAddress?.ToString()
            );
            _fait = true;
        }
        catch (RefusException refus)
        {
            _refus = refus.Message;
        }
        catch (RegleMetierException regles)
        {
            _refus = regles.Message + " Rien n'a été enregistré.";
        }
    }

    private sealed class SaisieDeDemande
    {
        public string[]? Prestations { get; set; }

        public string? Nom { get; set; }

        public string? Qualite { get; set; }
    }
}
