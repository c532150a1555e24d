using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Liens;

namespace CdgMarches.App.Courriels;

/// <summary>La lecture par lien personnel : l'ouvrir montre, presser le bouton enregistre. Page statique, faite pour un téléphone.</summary>
public sealed partial class PageDeLecture(LireTransmissions lire, AccuserLecture accuser, HorlogeLegale horloge) : PageParLien
{
    private TransmissionRecue? _recue;

    protected override async Task OnInitializedAsync() => await LireAsync();

    private Task<bool> LireAsync() => TenterAsync(async () => _recue = await lire.ParLienAsync(Jeton));

    private Task<bool> AccuserAsync() =>
        TenterAsync(async () =>
        {
            await accuser.ParLienAsync(Jeton, AdresseReseau);
            await LireAsync();
        });
}
