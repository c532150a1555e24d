using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements;

/// <summary>Les téléchargements des groupements.</summary>
internal static class GroupementsEndpoints
{
    public static void MapGroupements(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/groupements/{id:guid}/membres/export.xlsx", ExporterMembresAsync)
            .RequireAuthorization(Droits.ConsulterCdg);
        routes
            .MapGet(
                "/groupements/{id:guid}/adhesions/modele.xlsx",
                (Guid id, HorlogeLegale horloge) =>
                    TypedResults.File(
                        ImporterAdhesions.Modele(horloge.Aujourdhui),
                        ClasseurExcel.TypeMime,
                        NomDeFichier.De("Adhesions", "modele", horloge.Aujourdhui)
                    )
            )
            .RequireAuthorization(Droits.GererGroupements);
        routes
            .MapGet("/groupements/{id:guid}/adhesions/lignes-refusees.xlsx", RemettreLesRefusAsync)
            .RequireAuthorization(Droits.GererGroupements);
        routes
            .MapGet(
                "/espace/adhesions/{id:guid}/deliberation.docx",
                (Guid id, ProduirePourLeDossier produire, ActeurCourant acteur, HorlogeLegale horloge, CancellationToken arret) =>
                    ServirPourLeDossierAsync(id, ModeleDeDeliberation.LeCode, produire, acteur, horloge, arret)
            )
            .RequireAuthorization(Droits.Espace);
        routes
            .MapGet(
                "/espace/adhesions/{id:guid}/fiche.docx",
                (Guid id, ProduirePourLeDossier produire, ActeurCourant acteur, HorlogeLegale horloge, CancellationToken arret) =>
                    ServirPourLeDossierAsync(id, ModeleDeFicheDeRenseignements.LeCode, produire, acteur, horloge, arret)
            )
            .RequireAuthorization(Droits.Espace);
        routes.MapGet("/espace/pieces/{piece:guid}", ServirPieceDuMembreAsync).RequireAuthorization(Droits.Espace);
        routes
            .MapGet("/groupements/{id:guid}/documents/{piece:guid}", ServirDocumentAsync)
            .RequireAuthorization(Droits.ConsulterCdg);
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> RemettreLesRefusAsync(
        Guid id,
        FichierEnCours enCours,
        ImporterAdhesions importer,
        ActeurCourant acteurCourant,
        HorlogeLegale horloge,
        CancellationToken annulation
    )
    {
        var acteur = await acteurCourant.LireAsync(annulation);
        return await enCours.RemettreLesRefusAsync(
            acteur,
            importer.EnListe(acteur, new GroupementId(id)),
            NomDeFichier.De("Adhesions", "lignes a corriger", horloge.Aujourdhui),
            annulation
        );
    }

    private static async Task<FileContentHttpResult> ServirPourLeDossierAsync(
        Guid id,
        string code,
        ProduirePourLeDossier produire,
        ActeurCourant acteurCourant,
        HorlogeLegale horloge,
        CancellationToken annulation
    )
    {
        var (titre, contenu) = await produire.ExecuterAsync(
            await acteurCourant.LireAsync(annulation),
            new DossierDAdhesionId(id),
            code,
            annulation
        );
        return TypedResults.File(contenu, TypesMime.Docx, NomDeFichier.De(titre, null, horloge.Aujourdhui, "docx"));
    }

    /// <summary>Une pièce qu'un membre a déposée, ou d'un corpus qui lui est soumis ; les agents la lisent du groupement.</summary>
    private static async Task<IResult> ServirPieceDuMembreAsync(
        Guid piece,
        HttpContext http,
        ServirPiece servir,
        ActeurCourant acteurCourant,
        CancellationToken annulation
    )
    {
        var acteur = await acteurCourant.LireAsync(annulation);
        return await servir.ExecuterAsync(
            acteur,
            piece,
            (contexte, _, jeton) => PieceDeposee.EstALireAsync(contexte, acteur, piece, jeton),
            http,
            annulation: annulation
        );
    }

    /// <summary>Une pièce d'un groupement : de sa convention, d'un dossier d'adhésion ou d'une délibération.</summary>
    private static async Task<IResult> ServirDocumentAsync(
        Guid id,
        Guid piece,
        HttpContext http,
        ServirPiece servir,
        ActeurCourant acteurCourant,
        CancellationToken annulation
    )
    {
        var acteur = await acteurCourant.LireAsync(annulation);
        var groupement = new GroupementId(id);
        return await servir.ExecuterAsync(
            acteur,
            piece,
            async (contexte, demandee, jeton) =>
                acteur.Perimetre.Comprend(groupement)
                && (
                    await contexte.ConventionsConstitutives.AnyAsync(
                        c => c.Groupement == groupement && c.Documents.Any(d => d.Piece == piece),
                        jeton
                    )
                    || await contexte.DossiersDAdhesion.AnyAsync(
                        d => d.Groupement == groupement && d.Pieces.Any(p => p.Fichier == piece),
                        jeton
                    )
                    || await contexte.DossiersDeRetrait.AnyAsync(
                        d => d.Groupement == groupement && d.Deliberation.Piece == piece,
                        jeton
                    )
                    || await contexte.ApprobationsDAvenant.AnyAsync(
                        r =>
                            r.Deliberation.Piece == piece
                            && contexte.AvenantsDeConvention.Any(a => a.Id == r.Avenant && a.Groupement == groupement),
                        jeton
                    )
                ),
            http,
            annulation: annulation
        );
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> ExporterMembresAsync(
        Guid id,
        HttpRequest requete,
        LireFicheGroupement lireFiche,
        LireMembres lire,
        ActeurCourant acteurCourant,
        HorlogeLegale horloge,
        CancellationToken annulation
    )
    {
        var acteur = await acteurCourant.LireAsync(annulation);
        if (await lireFiche.ExecuterAsync(acteur, new GroupementId(id), annulation) is not { } fiche)
        {
            return TypedResults.NotFound();
        }

        var membres = await TouteLaListe.LireAsync(
            AdresseDeListe.Lire(requete.GetEncodedUrl()),
            d => lire.ExecuterAsync(acteur, fiche.Id, d, annulation)
        );
        return TypedResults.File(
            Ecrire(fiche, membres, horloge.Aujourdhui),
            ClasseurExcel.TypeMime,
            NomDeFichier.De("Membres", fiche.Reference.ToString(), horloge.Aujourdhui)
        );
    }

    /// <summary>La matrice des membres et de leurs prestations, telle que la liste la montre.</summary>
    internal static byte[] Ecrire(FicheGroupement fiche, IReadOnlyList<LigneDeMembre> membres, DateOnly jour)
    {
        using var classeur = ClasseurExcel.Creer();
        var feuille = classeur.Feuille("Membres");
        feuille.Entetes(
            1,
            [
                ColonneExcel.Texte("Membre"),
                ColonneExcel.Texte("Catégorie"),
                ColonneExcel.Date("Entrée"),
                ColonneExcel.Date("Sortie"),
                .. fiche.PrestationsProposees.Select(p => ColonneExcel.Texte(p.Libelle)),
            ]
        );
        foreach (var membre in membres)
        {
            feuille.Ligne().Texte(membre.Nom).Texte(membre.Categorie.Libelle()).Date(membre.Entree).Date(membre.Sortie);
            foreach (var prestation in fiche.PrestationsProposees)
            {
                feuille.Texte(membre.Choix.Contains(prestation.Id) ? "oui" : "");
            }
        }

        classeur.LisezMoi(
            $"Membres — {fiche.Nom}",
            $"{fiche.Reference}, {Formats.Compter(membres.Count, "membre")} : la liste filtrée et triée à l'écran.",
            jour,
            "« oui » : prestation choisie ce jour-là."
        );
        return classeur.Enregistrer();
    }
}
