using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CdgMarches.App.Conventions;

/// <summary>Les téléchargements des conventions d'accès.</summary>
internal static class ConventionsEndpoints
{
    public static void MapConventions(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/conventions/export.xlsx", ExporterAsync).RequireAuthorization(Droits.ConsulterCdg);

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
