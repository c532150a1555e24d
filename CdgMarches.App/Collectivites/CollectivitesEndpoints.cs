using CdgMarches.App.Collectivites.Echanges;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CdgMarches.App.Collectivites;

internal static class CollectivitesEndpoints
{
    public static IEndpointRouteBuilder MapCollectivites(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/collectivites/export.xlsx", ExporterAsync).RequireAuthorization(Droits.ConsulterCdg);
        routes.MapGet("/collectivites/import/modele.xlsx", ModeleAsync).RequireAuthorization(Droits.ConsulterCdg);
        routes.MapGet("/collectivites/import/{id:guid}/refus.xlsx", RefusAsync).RequireAuthorization(Droits.GererCollectivites);
        return routes;
    }

    private static async Task<FileContentHttpResult> ExporterAsync(
        HttpRequest requete,
        ExporterCollectivites exporter,
        ActeurCourant acteur,
        CancellationToken annulation
    ) =>
        Classeur(
            await exporter.ExecuterAsync(
                await acteur.LireAsync(annulation),
                AdresseDeListe.Lire(requete.GetEncodedUrl()),
                annulation
            ),
            exporter.NomDuFichier("Collectivites")
        );

    private static async Task<FileContentHttpResult> ModeleAsync(
        ExporterCollectivites exporter,
        ActeurCourant acteur,
        CancellationToken annulation
    ) => Classeur(exporter.Modele(await acteur.LireAsync(annulation)), exporter.NomDuFichier("Modele collectivites"));

    private static async Task<Results<FileContentHttpResult, NotFound>> RefusAsync(
        Guid id,
        LireImports lire,
        ExporterCollectivites exporter,
        ActeurCourant acteur,
        CancellationToken annulation
    ) =>
        await lire.RefusAsync(await acteur.LireAsync(annulation), new ImportDeCollectivitesId(id), annulation) is { } contenu
            ? Classeur(contenu, exporter.NomDuFichier("Collectivites a corriger"))
            : TypedResults.NotFound();

    private static FileContentHttpResult Classeur(byte[] contenu, string nom) =>
        TypedResults.File(contenu, ClasseurExcel.TypeMime, nom);
}
