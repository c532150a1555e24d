using System.Globalization;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CdgMarches.App.Conventions;

/// <summary>Le registre de l'assistance et son bilan annuel, en classeurs.</summary>
internal static class AssistanceEndpoints
{
    public static void MapAssistance(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/conventions/assistance/export.xlsx", ExporterAsync).RequireAuthorization(Droits.ConsulterCdg);
        routes.MapGet("/conventions/assistance/bilan.xlsx", ExporterLeBilanAsync).RequireAuthorization(Droits.ConsulterCdg);
    }

    private static async Task<FileContentHttpResult> ExporterAsync(
        HttpRequest requete,
        LireAssistances lire,
        ActeurCourant acteurCourant,
        HorlogeLegale horloge,
        CancellationToken annulation
    )
    {
        var acteur = await acteurCourant.LireAsync(annulation);
        var demandes = await TouteLaListe.LireAsync(
            AdresseDeListe.Lire(requete.GetEncodedUrl()),
            d => lire.ExecuterAsync(acteur, d, annulation: annulation)
        );
        return TypedResults.File(
            Ecrire(demandes, horloge),
            ClasseurExcel.TypeMime,
            NomDeFichier.De("Assistance", "demandes", horloge.Aujourdhui)
        );
    }

    private static async Task<FileContentHttpResult> ExporterLeBilanAsync(
        HttpRequest requete,
        LireBilanDAssistance lire,
        ActeurCourant acteurCourant,
        HorlogeLegale horloge,
        CancellationToken annulation
    )
    {
        var acteur = await acteurCourant.LireAsync(annulation);
        var demande = AdresseDeListe.Lire(requete.GetEncodedUrl());
        var bilan = await TouteLaListe.LireAsync(demande, d => lire.ExecuterAsync(acteur, d, annulation: annulation));
        var annee = demande.AnneeDuBilan(horloge);
        return TypedResults.File(
            EcrireLeBilan(bilan, annee, horloge.Aujourdhui),
            ClasseurExcel.TypeMime,
            NomDeFichier.De("Assistance", $"bilan {annee}", horloge.Aujourdhui)
        );
    }

    /// <summary>Le registre filtré et trié, tel que l'écran le montre.</summary>
    internal static byte[] Ecrire(IReadOnlyList<LigneDAssistance> demandes, HorlogeLegale horloge)
    {
        using var classeur = ClasseurExcel.Creer();
        var feuille = classeur.Feuille("Demandes");
        feuille.Entetes(
            1,
            [
                ColonneExcel.Texte("Collectivité"),
                ColonneExcel.Texte("Objet"),
                ColonneExcel.Texte("Nature"),
                ColonneExcel.Texte("Niveau"),
                ColonneExcel.Texte("État"),
                ColonneExcel.Date("Reçue le"),
                ColonneExcel.Date("Répondue le"),
                ColonneExcel.Quantite("Temps de réponse (heures)"),
                ColonneExcel.Texte("Suivie par"),
            ]
        );
        foreach (var d in demandes)
        {
            feuille
                .Ligne()
                .Texte(d.Nom)
                .Texte(d.Objet)
                .Texte(d.Nature.Libelle())
                .Texte(d.Niveau.Libelle())
                .Texte(d.Etat.Libelle())
                .Date(horloge.Jour(d.RecueLe))
                .Date(d.RepondueLe is { } repondue ? horloge.Jour(repondue) : null)
                .Quantite(d.TempsDeReponse is { } temps ? Milliemes(temps) : null)
                .Texte(d.Responsable ?? "");
        }

        classeur.LisezMoi(
            "Demandes d'assistance",
            $"{Formats.Compter(demandes.Count, "demande")} : le registre filtré et trié à l'écran.",
            horloge.Aujourdhui,
            "Convention d'accès, art. 2 : l'assistance promise est de premier niveau ; ce qui le dépasse est dit."
        );
        return classeur.Enregistrer();
    }

    /// <summary>Le nombre de demandes d'une année par collectivité, leur niveau et le temps moyen de réponse.</summary>
    internal static byte[] EcrireLeBilan(IReadOnlyList<LigneDuBilanDAssistance> bilan, int annee, DateOnly jour)
    {
        using var classeur = ClasseurExcel.Creer();
        var feuille = classeur.Feuille($"Bilan {annee.ToString(CultureInfo.InvariantCulture)}");
        feuille.Entetes(
            1,
            [
                ColonneExcel.Texte("Collectivité"),
                ColonneExcel.Entier("Demandes"),
                ColonneExcel.Entier("Premier niveau"),
                ColonneExcel.Entier("Au-delà du premier niveau"),
                ColonneExcel.Entier("Répondues"),
                ColonneExcel.Quantite("Temps moyen de réponse (heures)"),
            ]
        );
        foreach (var l in bilan)
        {
            feuille
                .Ligne()
                .Texte(l.Nom)
                .Entier(l.Demandes)
                .Entier(l.PremierNiveau)
                .Entier(l.AuDela)
                .Entier(l.Repondues)
                .Quantite(l.TempsMoyen is { } temps ? Milliemes(temps) : null);
        }

        classeur.LisezMoi(
            $"Bilan {annee.ToString(CultureInfo.InvariantCulture)} de l'assistance",
            $"{Formats.Compter(bilan.Count, "collectivité")}, {Formats.Compter(bilan.Sum(l => l.Demandes), "demande reçue", "demandes reçues")} dans l'année.",
            jour,
            "Le temps moyen se compte, en heures, sur les demandes répondues ; convention d'accès, art. 2."
        );
        return classeur.Enregistrer();
    }

    /// <summary>Des heures, au dixième, dans l'unité des quantités du classeur.</summary>
    private static long Milliemes(TimeSpan temps) => (long)Math.Round(temps.TotalHours * 10, MidpointRounding.AwayFromZero) * 100;
}
