using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Courriels;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Courriels;

/// <summary>Une information transmise, dans l'espace du membre, et le bouton qui dit l'avoir lue.</summary>
public sealed partial class PageTransmissionRecue(
    LireTransmissions lire,
    AccuserLecture accuser,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge
)
{
    private static readonly Lien[] Fil =
    [
        new("Mon espace", "/espace"),
        new("Informations du coordonnateur", "/espace/transmissions"),
    ];

    private TransmissionRecue? _recue;
    private Retour? _retour;
    private bool _lu;

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnParametersSetAsync() => await LireAsync();

    private async Task LireAsync()
    {
        _recue = await lire.RecueAsync(await acteurCourant.LireAsync(), new TransmissionId(Id));
        _lu = true;
    }

    private async Task AccuserAsync()
    {
        _retour = await operation.ExecuterAsync(
            async () => await accuser.ExecuterAsync(await acteurCourant.LireAsync(), _recue!.Id, _recue.Collectivite),
            "Merci : le coordonnateur sait que vous l'avez lue."
        );
        await LireAsync();
    }
}
