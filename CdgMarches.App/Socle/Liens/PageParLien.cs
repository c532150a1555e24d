using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Socle.Liens;

/// <summary>Une page ouverte par un lien personnel : l'ouvrir montre, l'envoyer enregistre. Statique, faite pour un téléphone.</summary>
public abstract class PageParLien : ComponentBase
{
    [Parameter]
    public string Jeton { get; set; } = "";

    [CascadingParameter]
    protected HttpContext Requete { get; set; } = null!;

    /// <summary>Pourquoi le lien ne vaut pas, ou pourquoi l'envoi n'a rien enregistré ; nul si rien ne s'y oppose.</summary>
    protected string? Empechement { get; set; }

    protected bool EstUnEnvoi => HttpMethods.IsPost(Requete.Request.Method);

    /// <summary>L'adresse réseau de la personne, pour la trace.</summary>
    protected string? AdresseReseau => Requete.Connection.RemoteIpAddress?.ToString();

    /// <summary>Lit ou enregistre ; ce qui s'y oppose devient une phrase de la page.</summary>
    /// <returns>Vrai si c'est fait.</returns>
    protected async Task<bool> TenterAsync(Func<Task> geste)
    {
        try
        {
            await geste();
            return true;
        }
        catch (RefusException refus)
        {
            Empechement = refus.Message;
        }
        catch (RegleMetierException regles)
        {
            Empechement = $"{regles.Message} Rien n'a été enregistré.";
        }

        return false;
    }
}
