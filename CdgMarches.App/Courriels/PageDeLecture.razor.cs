using CdgMarches.App.Socle;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Courriels;

/// <summary>La lecture par lien personnel : l'ouvrir montre, presser le bouton enregistre. Page statique, faite pour un téléphone.</summary>
public sealed partial class PageDeLecture(LireTransmissions lire, AccuserLecture accuser, HorlogeLegale horloge)
{
    private TransmissionRecue? _recue;
    private string? _refus;

    [Parameter]
    public string Jeton { get; set; } = "";

    [CascadingParameter]
    private HttpContext Requete { get; set; } = null!;

    protected override async Task OnInitializedAsync() => await LireAsync();

    private async Task LireAsync()
    {
        try
        {
            _recue = await lire.ParLienAsync(Jeton);
        }
        catch (RefusException refus)
        {
            _refus = refus.Message;
        }
    }

    private async Task AccuserAsync()
    {
        try
        {
            await accuser.ParLienAsync(Jeton, Requete.Connection.RemoteIpAddress?.ToString());
            await LireAsync();
        }
        catch (RefusException refus)
        {
            _refus = refus.Message;
        }
    }
}
