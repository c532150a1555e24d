using CdgMarches.App.Marches;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CdgMarches.App.Procedures;

/// <summary>Les téléchargements des procédures.</summary>
internal static class ProceduresEndpoints
{
    public static void MapProcedures(this IEndpointRouteBuilder routes)
    {
        routes.MapDossierDeProcedure();
        routes.MapMarches();
        routes
            .MapGet("/procedures/{id:guid}/membres/export.xlsx", ExporterAcheteursAsync)
            .RequireAuthorization(Droits.ConsulterCdg);
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> ExporterAcheteursAsync(
        Guid id,
        HttpRequest requete,
        LireFicheProcedure lireFiche,
        LireMembresFiges lire,
        ActeurCourant acteurCourant,
        HorlogeLegale horloge,
        CancellationToken annulation
    )
    {
        var acteur = await acteurCourant.LireAsync(annulation);
        if (await lireFiche.ExecuterAsync(acteur, new ProcedureId(id), annulation) is not { } fiche)
        {
            return TypedResults.NotFound();
        }

        var acheteurs = await TouteLaListe.LireAsync(
            AdresseDeListe.Lire(requete.GetEncodedUrl()),
            d => lire.ExecuterAsync(acteur, fiche.Id, d, annulation)
        );
        return TypedResults.File(
            Ecrire(fiche, acheteurs, horloge.Aujourdhui),
            ClasseurExcel.TypeMime,
            NomDeFichier.De("Acheteurs", fiche.Reference.ToString(), horloge.Aujourdhui)
        );
    }

    /// <summary>La liste figée des acheteurs, une colonne par lot : l'annexe des membres du dossier de consultation.</summary>
    internal static byte[] Ecrire(FicheProcedure fiche, IReadOnlyList<LigneDeMembreFige> acheteurs, DateOnly jour)
    {
        using var classeur = ClasseurExcel.Creer();
        var feuille = classeur.Feuille("Acheteurs");
        feuille.Entetes(
            1,
            [
                ColonneExcel.Texte("Acheteur"),
                ColonneExcel.Texte("SIRET"),
                .. fiche.Lots.Select(l => ColonneExcel.Texte($"Lot {l.Numero} — {l.Intitule}")),
            ]
        );
        foreach (var acheteur in acheteurs)
        {
            feuille.Ligne().Texte(acheteur.Nom).Texte(acheteur.Siret);
            foreach (var lot in fiche.Lots)
            {
                feuille.Texte(acheteur.Lots.Contains(lot.Numero) ? "oui" : "");
            }
        }

        classeur.LisezMoi(
            $"Acheteurs — {fiche.Objet}",
            $"{fiche.Reference}, {fiche.NomDuGroupement} : {Formats.Compter(acheteurs.Count, "acheteur")}.",
            jour,
            fiche.LanceeLe is { } lancee
                ? $"Liste figée le {Formats.DateLongue(lancee)} : qui adhère ensuite n'en bénéficie pas (CCP, art. R2162-6)."
                : "La liste n'est pas encore figée : elle le sera au lancement."
        );
        return classeur.Enregistrer();
    }
}
