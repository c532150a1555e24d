using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Conventions;

/// <summary>Les téléchargements des conventions d'accès.</summary>
internal static class ConventionsEndpoints
{
    public static void MapConventions(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/conventions/import/modele.xlsx",
                (HorlogeLegale horloge) =>
                    TypedResults.File(
                        FormatDesConventions.Modele(horloge.Aujourdhui),
                        ClasseurExcel.TypeMime,
                        "Conventions_acces_modele.xlsx"
                    )
            )
            .RequireAuthorization(Droits.GererConventions);
        routes
            .MapGet("/conventions/import/lignes-refusees.xlsx", RemettreLesRefusAsync)
            .RequireAuthorization(Droits.GererConventions);
        routes.MapGet("/conventions/export.xlsx", ExporterAsync).RequireAuthorization(Droits.ConsulterCdg);
        routes
            .MapGet("/conventions/assurances/{id:guid}/attestation", ServirAttestationAsync)
            .RequireAuthorization(Droits.ConsulterCdg);
        routes.MapGet("/conventions/{id:guid}/pieces/{numero:int}", ServirPieceAsync).RequireAuthorization(Droits.Consulter);
        routes.MapGet("/conventions/{id:guid}/recu", ServirLeRecuAsync).RequireAuthorization(Droits.Consulter);
        routes
            .MapGet("/conventions/assistance/{id:guid}/reglement", ServirLeReglementAsync)
            .RequireAuthorization(Droits.Consulter);
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> RemettreLesRefusAsync(
        FichierEnCours enCours,
        ImporterConventions importer,
        ActeurCourant acteurCourant,
        HorlogeLegale horloge,
        CancellationToken annulation
    )
    {
        var acteur = await acteurCourant.LireAsync(annulation);
        return await enCours.RemettreLesRefusAsync(
            acteur,
            importer.EnListe(acteur),
            NomDeFichier.De("Conventions", "lignes a corriger", horloge.Aujourdhui),
            annulation
        );
    }

    private static Task<IResult> ServirPieceAsync(
        Guid id,
        int numero,
        HttpContext http,
        IDbContextFactory<MarchesDbContext> donnees,
        ServirPiece servir,
        ActeurCourant acteurCourant,
        CancellationToken annulation
    ) =>
        ServirAsync(
            http,
            donnees,
            servir,
            acteurCourant,
            (contexte, acteur) =>
                contexte
                    .ConventionsDAcces.DuPerimetre(acteur)
                    .Where(c => c.Id == new ConventionDAccesId(id))
                    .SelectMany(c => c.Pieces)
                    .Where(p => p.Numero == numero)
                    .Select(p => (Guid?)p.Fichier),
            annulation
        );

    private static Task<IResult> ServirLeRecuAsync(
        Guid id,
        HttpContext http,
        IDbContextFactory<MarchesDbContext> donnees,
        ServirPiece servir,
        ActeurCourant acteurCourant,
        CancellationToken annulation
    ) =>
        ServirAsync(
            http,
            donnees,
            servir,
            acteurCourant,
            (contexte, acteur) =>
                contexte
                    .ConventionsDAcces.DuPerimetre(acteur)
                    .Where(c => c.Id == new ConventionDAccesId(id))
                    .Select(c => c.Restitution == null ? null : c.Restitution.Recu),
            annulation
        );

    private static Task<IResult> ServirLeReglementAsync(
        Guid id,
        HttpContext http,
        IDbContextFactory<MarchesDbContext> donnees,
        ServirPiece servir,
        ActeurCourant acteurCourant,
        CancellationToken annulation
    ) =>
        ServirAsync(
            http,
            donnees,
            servir,
            acteurCourant,
            (contexte, acteur) =>
                contexte
                    .DemandesDAssistance.DuPerimetre(acteur)
                    .Where(d => d.Id == new DemandeDAssistanceId(id))
                    .Select(d => d.Reglement),
            annulation
        );

    private static Task<IResult> ServirAttestationAsync(
        Guid id,
        HttpContext http,
        IDbContextFactory<MarchesDbContext> donnees,
        ServirPiece servir,
        ActeurCourant acteurCourant,
        CancellationToken annulation
    ) =>
        ServirAsync(
            http,
            donnees,
            servir,
            acteurCourant,
            (contexte, acteur) =>
            {
                acteur.Exiger(Droits.ConsulterCdg);
                return contexte.ContratsDAssurance.Where(c => c.Id == new ContratDAssuranceId(id)).Select(c => c.Attestation);
            },
            annulation
        );

    /// <summary>Sert le fichier que cette recherche, bornée au périmètre de l'acteur, trouve.</summary>
    private static async Task<IResult> ServirAsync(
        HttpContext http,
        IDbContextFactory<MarchesDbContext> donnees,
        ServirPiece servir,
        ActeurCourant acteurCourant,
        Func<MarchesDbContext, Acteur, IQueryable<Guid?>> chercher,
        CancellationToken annulation
    )
    {
        var acteur = await acteurCourant.LireAsync(annulation);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await chercher(contexte, acteur).SingleOrDefaultAsync(annulation) is { } fichier
            ? await servir.ExecuterAsync(acteur, fichier, (_, _, _) => Task.FromResult(true), http, annulation: annulation)
            : TypedResults.NotFound();
    }

    private static async Task<FileContentHttpResult> ExporterAsync(
        HttpRequest requete,
        LireConventions lire,
        ActeurCourant acteurCourant,
        HorlogeLegale horloge,
        CancellationToken annulation
    )
    {
        var acteur = await acteurCourant.LireAsync(annulation);
        var conventions = await TouteLaListe.LireAsync(
            AdresseDeListe.Lire(requete.GetEncodedUrl()),
            d => lire.ExecuterAsync(acteur, d, annulation: annulation)
        );
        return TypedResults.File(
            Ecrire(conventions, horloge.Aujourdhui),
            ClasseurExcel.TypeMime,
            NomDeFichier.De("Conventions", "acces", horloge.Aujourdhui)
        );
    }

    /// <summary>La liste filtrée et triée, telle que l'écran la montre.</summary>
    internal static byte[] Ecrire(IReadOnlyList<LigneDeConvention> conventions, DateOnly jour)
    {
        using var classeur = ClasseurExcel.Creer();
        var feuille = classeur.Feuille("Conventions");
        feuille.Entetes(
            1,
            [
                ColonneExcel.Texte("Collectivité"),
                ColonneExcel.Texte("Référence"),
                ColonneExcel.Texte("État"),
                ColonneExcel.Date("Effet"),
                ColonneExcel.Date("Terme initial"),
                ColonneExcel.Date("Dernier jour"),
                ColonneExcel.Texte("Il manque"),
                ColonneExcel.Texte("Suivie par"),
            ]
        );
        foreach (var c in conventions)
        {
            feuille
                .Ligne()
                .Texte(c.Nom)
                .Texte(c.Reference.ToString())
                .Texte(c.Etat.Libelle())
                .Date(c.PremierJour)
                .Date(c.TermeInitial)
                .Date(c.DernierJour)
                .Texte(c.ActesManquants)
                .Texte(c.Responsable ?? "");
        }

        classeur.LisezMoi(
            "Conventions d'accès",
            $"{Formats.Compter(conventions.Count, "convention")} : la liste filtrée et triée à l'écran.",
            jour,
            "Dernier jour vide : la convention se reconduit jusqu'à dénonciation."
        );
        return classeur.Enregistrer();
    }
}
