using CdgMarches.App.Socle;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Sessions;

/// <summary>L'inscription par lien personnel : l'ouvrir montre, l'envoyer enregistre. Page statique, faite pour un téléphone.</summary>
public sealed partial class PageDInscription(SInscrireParLien sInscrire)
{
    private InvitationLue? _lue;
    private string? _refus;
    private string? _inscrite;

    [Parameter]
    public string Jeton { get; set; } = "";

    [SupplyParameterFromForm(FormName = "inscrire")]
    private SaisieDInscription Saisie { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Requete { get; set; } = null!;

    private bool EstUnEnvoi => HttpMethods.IsPost(Requete.Request.Method);

    private bool FormulaireMontre => _lue is { PeutInscrire.EstFavorable: true };

    protected override async Task OnInitializedAsync()
    {
        Saisie ??= new SaisieDInscription();
        await LireAsync();
    }

    private async Task LireAsync()
    {
        try
        {
            _lue = await sInscrire.LireAsync(Jeton);
        }
        catch (RefusException refus)
        {
            (_lue, _refus) = (null, refus.Message);
        }
    }

    private async Task InscrireAsync()
    {
        try
        {
            await sInscrire.ExecuterAsync(
                Jeton,
                Saisie.Personne,
                Saisie.Courriel,
                Requete.Connection.RemoteIpAddress?.ToString()
            );
            _inscrite = Saisie.Personne?.Trim();
            Saisie.Personne = "";
            await LireAsync();
        }
        catch (RefusException refus)
        {
            _refus = refus.Message;
        }
        catch (RegleMetierException regles)
        {
            _refus = regles.Message;
        }
    }

    /// <summary>Ce que la personne tape.</summary>
    public sealed class SaisieDInscription
    {
        public string? Personne { get; set; }

        public string? Courriel { get; set; }
    }
}
