using System.Text;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CdgMarches.App.Marches;

/// <summary>Les téléchargements des marchés : données essentielles, bordereau, consommation.</summary>
internal static class MarchesEndpoints
{
    public static void MapMarches(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/marches/{id:guid}/decp.json", DonneesAsync).RequireAuthorization(Droits.ConsulterCdg);
        routes.MapGet("/marches/{id:guid}/consommation.xlsx", ConsommationAsync).RequireAuthorization(Droits.ConsulterCdg);
        routes.MapGet("/marches/bilans.xlsx", BilansAsync).RequireAuthorization(Droits.ConsulterCdg);
        routes.MapGet("/marches/{id:guid}/bpu.xlsx", BpuAsync).RequireAuthorization(Droits.Consulter);
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> DonneesAsync(
        Guid id,
        ActeurCourant courant,
        LireMarche lire,
        HorlogeLegale horloge,
        CancellationToken annulation
    ) =>
        await lire.ExecuterAsync(await courant.LireAsync(annulation), new MarcheId(id), annulation) is { } fiche
            ? TypedResults.File(
                Encoding.UTF8.GetBytes(fiche.Donnees.Json),
                "application/json",
                NomDeFichier.De("DECP", fiche.Marche.Reference, horloge.Aujourdhui, "json")
            )
            : TypedResults.NotFound();

    private static async Task<Results<FileContentHttpResult, NotFound>> ConsommationAsync(
        Guid id,
        ActeurCourant courant,
        LireMarche lire,
        LireConsommation consommation,
        HorlogeLegale horloge,
        CancellationToken annulation
    )
    {
        var acteur = await courant.LireAsync(annulation);
        if (await lire.ExecuterAsync(acteur, new MarcheId(id), annulation) is not { } fiche)
        {
            return TypedResults.NotFound();
        }

        using var classeur = ClasseurExcel.Creer();
        var feuille = classeur
            .Feuille("Consommation")
            .Entetes(
                ColonneExcel.Texte("Membre"),
                ColonneExcel.Entier("Commandes"),
                ColonneExcel.Montant("Montant HT"),
                ColonneExcel.Entier("Dépassements"),
                ColonneExcel.Montant("Part du minimum garanti HT"),
                ColonneExcel.Montant("Reste à commander HT")
            );
        foreach (
            var m in await TouteLaListe.LireAsync(
                new Demande(),
                d => consommation.ExecuterAsync(acteur, fiche.Marche.Id, d, annulation)
            )
        )
        {
            feuille
                .Ligne()
                .Texte(m.Nom)
                .Entier(m.Commandes)
                .Montant(m.Centimes)
                .Entier(m.Depassements)
                .Montant(m.Minimum?.Centimes)
                .Montant(m.ResteSousLeMinimum?.Centimes);
        }

        feuille.Total();
        classeur.LisezMoi(
            $"Consommation — {fiche.Marche.Objet}",
            $"{fiche.Marche.Reference}, minimum {Formats.Montant(fiche.Marche.Minimum)}, maximum {Formats.Montant(fiche.Marche.Maximum)}.",
            horloge.Aujourdhui,
            "La part du minimum garanti est celle que le membre a demandée au recensement gelé (RG5.23)."
        );
        return TypedResults.File(
            classeur.Enregistrer(),
            ClasseurExcel.TypeMime,
            NomDeFichier.De("Consommation", fiche.Marche.Reference, horloge.Aujourdhui)
        );
    }

    private static async Task<FileContentHttpResult> BilansAsync(
        int? annee,
        ActeurCourant courant,
        LireBilans lire,
        HorlogeLegale horloge,
        CancellationToken annulation
    )
    {
        var lue = annee ?? horloge.Aujourdhui.Year - 1;
        return TypedResults.File(
            await lire.ExporterAsync(await courant.LireAsync(annulation), lue, annulation),
            ClasseurExcel.TypeMime,
            NomDeFichier.De($"Bilans-{lue}", null, horloge.Aujourdhui)
        );
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> BpuAsync(
        Guid id,
        int? version,
        ActeurCourant courant,
        LireBpu lire,
        HorlogeLegale horloge,
        CancellationToken annulation
    ) =>
        await lire.ExecuterAsync(await courant.LireAsync(annulation), new MarcheId(id), version, annulation) is { } bpu
            ? TypedResults.File(
                FormatDuBpu.Ecrire($"Bordereau des prix — {bpu.Objet}", bpu.Version, bpu.Prix, horloge.Aujourdhui),
                ClasseurExcel.TypeMime,
                NomDeFichier.De("BPU", bpu.Reference, horloge.Aujourdhui)
            )
            : TypedResults.NotFound();
}
