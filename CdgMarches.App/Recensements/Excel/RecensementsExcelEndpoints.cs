using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.AspNetCore.Http.Extensions;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Les téléchargements : tous filtrés par le périmètre de celui qui demande.</summary>
internal static class RecensementsExcelEndpoints
{
    public static void MapRecensementsExcel(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/recensements/reponses/{id:guid}/classeur.xlsx",
                async (Guid id, ActeurCourant acteur, LireClasseurDeMembre lire, CancellationToken annulation) =>
                    Remettre(await lire.DUneReponseAsync(await acteur.LireAsync(annulation), new ReponseId(id), annulation))
            )
            .RequireAuthorization(Droits.Consulter);
        routes
            .MapGet(
                "/recensements/{campagne:guid}/membres/{membre:guid}/classeur.xlsx",
                async (
                    Guid campagne,
                    Guid membre,
                    ActeurCourant acteur,
                    LireClasseurDeMembre lire,
                    CancellationToken annulation
                ) =>
                    Remettre(
                        await lire.DUnMembreAsync(
                            await acteur.LireAsync(annulation),
                            new CampagneId(campagne),
                            new CollectiviteId(membre),
                            annulation
                        )
                    )
            )
            .RequireAuthorization(Droits.Consulter);
        routes
            .MapGet(
                "/recensements/imports/{id:guid}/lignes-a-corriger.xlsx",
                async (Guid id, ActeurCourant acteur, LireLignesRefusees lire, CancellationToken annulation) =>
                    Remettre(await lire.ExecuterAsync(await acteur.LireAsync(annulation), id, annulation))
            )
            .RequireAuthorization(Droits.Consulter);
        routes
            .MapGet(
                "/recensements/{id:guid}/depot/{depot:guid}/rapport.xlsx",
                async (Guid id, Guid depot, ActeurCourant acteur, LireDepot lire, CancellationToken annulation) =>
                    Remettre(await lire.RapportAsync(await acteur.LireAsync(annulation), new CampagneId(id), depot, annulation))
            )
            .RequireAuthorization(Droits.GererRecensements);
        routes
            .MapGet(
                "/recensements/{id:guid}/reponses.xlsx",
                async (
                    Guid id,
                    HttpRequest requete,
                    ActeurCourant acteur,
                    ExporterTableauDeBord exporter,
                    CancellationToken annulation
                ) =>
                    Remettre(
                        await exporter.ExecuterAsync(
                            await acteur.LireAsync(annulation),
                            new CampagneId(id),
                            AdresseDeListe.Lire(requete.GetEncodedUrl()),
                            annulation
                        )
                    )
            )
            .RequireAuthorization(Droits.ConsulterCdg);
        routes
            .MapGet(
                "/recensements/{id:guid}/catalogue.xlsx",
                async (Guid id, ActeurCourant acteur, ImportDeCatalogue lire, CancellationToken annulation) =>
                    Remettre(await lire.ModeleAsync(await acteur.LireAsync(annulation), new CampagneId(id), annulation))
            )
            .RequireAuthorization(Droits.ConsulterCdg);
    }

    private static IResult Remettre(FichierARemettre? fichier) =>
        fichier is null ? TypedResults.NotFound() : TypedResults.File(fichier.Contenu, TypesMime.Xlsx, fichier.Nom);
}
