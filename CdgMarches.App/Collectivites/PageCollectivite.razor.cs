using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Collectivites;

/// <summary>La fiche d'une collectivité : son identité.</summary>
public sealed partial class PageCollectivite(
    LireFicheDeCollectivite lire,
    ArchiverCollectivite archiver,
    RetablirCollectivite retablir,
    ActeurCourant acteurCourant,
    Operation operation
)
{
    private Confirmation _confirmation = null!;
    private FicheDeCollectivite? _fiche;
    private Retour? _retour;
    private string? _motif;
    private bool _charge;
    private bool _gere;

    [Parameter]
    public Guid Id { get; set; }

    protected override Task OnParametersSetAsync() => ChargerAsync();

    private async Task ChargerAsync()
    {
        var acteur = await acteurCourant.LireAsync();
        _gere = acteur.Peut(Droits.GererCollectivites);
        (_fiche, _charge) = (await lire.ExecuterAsync(acteur, new CollectiviteId(Id)), true);
    }

    private async Task ArchiverAsync()
    {
        var retour = await operation.ExecuterAsync(
            async () => await archiver.ExecuterAsync(await acteurCourant.LireAsync(), _fiche!.Id, _fiche.Version, _motif),
            succes: "La fiche est archivée."
        );
        _retour = retour.Annulable(this, RetablirAsync);
        await ChargerAsync();
    }

    private async Task RetablirAsync()
    {
        _retour = await operation.ExecuterAsync(
            async () => await retablir.ExecuterAsync(await acteurCourant.LireAsync(), _fiche!.Id, _fiche.Version),
            succes: "La fiche est rétablie."
        );
        await ChargerAsync();
    }
}
