using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Collectivites.Echanges;

/// <summary>Dépose un fichier de collectivités ; l'aperçu a sa propre page, que l'on peut quitter et retrouver.</summary>
public sealed partial class PageImport(
    PreparerImport preparer,
    LireImports lire,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge,
    NavigationManager navigation
)
{
    private static readonly IReadOnlyList<Lien> Fil = [new("Accueil", "/"), new("Collectivités", AdressesDesCollectivites.Liste)];

    private Retour? _retour;
    private bool _lecture;

    private async Task PreparerAsync(FichierRecu fichier)
    {
        (_retour, _lecture) = (null, true);
        StateHasChanged();
        ImportDeCollectivitesId? id = null;
        var retour = await operation.ExecuterAsync(
            async () =>
            {
                await using var flux = File.OpenRead(fichier.Chemin);
                id = await preparer.ExecuterAsync(await acteurCourant.LireAsync(), flux, fichier.Nom);
            },
            succes: "Le fichier est lu."
        );
        _lecture = false;
        if (id is { } prepare)
        {
            navigation.NavigateTo($"/collectivites/import/{prepare.Valeur}");
        }
        else
        {
            _retour = retour;
        }
    }

    private async Task<PageDe<ImportMontre>> ChargerAsync(Demande demande) =>
        await lire.JournalAsync(await acteurCourant.LireAsync(), demande);
}
