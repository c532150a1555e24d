using CdgMarches.App.Recensements;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Procedures;

/// <summary>Les téléchargements du dossier d'une procédure : pièces, annexes, analyse, archive.</summary>
internal static class DossierEndpoints
{
    public static void MapDossierDeProcedure(this IEndpointRouteBuilder routes)
    {
        var procedure = routes.MapGroup("/procedures/{id:guid}").RequireAuthorization(Droits.ConsulterCdg);
        procedure.MapGet("/pieces/{numero:int}", PieceAsync);
        procedure.MapGet("/dossier.zip", ArchiveAsync);
        procedure.MapGet("/annexe-des-membres.xlsx", AnnexeAsync);
        procedure.MapGet("/dqe.xlsx", DqeAsync);
        procedure.MapGet("/lots/{lot:int}/analyse.xlsx", AnalyseAsync);
    }

    private static async Task<IResult> PieceAsync(
        Guid id,
        int numero,
        HttpContext http,
        ActeurCourant courant,
        LireConduite lire,
        ServirPiece servir,
        CancellationToken annulation
    )
    {
        var acteur = await courant.LireAsync(annulation);
        var conduite = await lire.ExecuterAsync(acteur, new ProcedureId(id), annulation);
        return conduite?.Procedure.Pieces.FirstOrDefault(p => p.Numero == numero)?.Fichier is { } fichier
            ? await servir.ExecuterAsync(acteur, fichier, (_, _, _) => Task.FromResult(true), http, annulation: annulation)
            : TypedResults.NotFound();
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> ArchiveAsync(
        Guid id,
        ActeurCourant courant,
        LireDossierZip lire,
        LireFicheProcedure lireFiche,
        HorlogeLegale horloge,
        CancellationToken annulation
    )
    {
        var acteur = await courant.LireAsync(annulation);
        return
            await lireFiche.ExecuterAsync(acteur, new ProcedureId(id), annulation) is { } fiche
            && await lire.ExecuterAsync(acteur, fiche.Id, annulation) is { } archive
            ? TypedResults.File(
                archive,
                "application/zip",
                NomDeFichier.De("Dossier", fiche.Reference.ToString(), horloge.Aujourdhui, "zip")
            )
            : TypedResults.NotFound();
    }

    /// <summary>L'annexe du DCE : chaque membre, son SIRET et, sur chaque ligne, ses quantités gelées.</summary>
    private static async Task<Results<FileContentHttpResult, NotFound>> AnnexeAsync(
        Guid id,
        ActeurCourant courant,
        LireQuantitesGelees lire,
        HorlogeLegale horloge,
        CancellationToken annulation
    ) =>
        await lire.AnnexeAsync(await courant.LireAsync(annulation), new ProcedureId(id), annulation) is { } annexe
            ? TypedResults.File(
                annexe.Contenu,
                ClasseurExcel.TypeMime,
                NomDeFichier.De("Annexe-des-membres", annexe.Reference, horloge.Aujourdhui)
            )
            : TypedResults.NotFound();

    private static async Task<Results<FileContentHttpResult, NotFound>> DqeAsync(
        Guid id,
        ActeurCourant courant,
        LireQuantitesGelees lire,
        HorlogeLegale horloge,
        CancellationToken annulation
    ) =>
        await lire.DqeAsync(await courant.LireAsync(annulation), new ProcedureId(id), annulation) is { } dqe
            ? TypedResults.File(dqe.Contenu, ClasseurExcel.TypeMime, NomDeFichier.De("DQE", dqe.Reference, horloge.Aujourdhui))
            : TypedResults.NotFound();

    private static async Task<Results<FileContentHttpResult, NotFound>> AnalyseAsync(
        Guid id,
        int lot,
        ActeurCourant courant,
        LireFicheProcedure lireFiche,
        LireAnalyse lireAnalyse,
        TableauDAnalyse tableau,
        HorlogeLegale horloge,
        CancellationToken annulation
    )
    {
        var acteur = await courant.LireAsync(annulation);
        return
            await lireFiche.ExecuterAsync(acteur, new ProcedureId(id), annulation) is { } fiche
            && await lireAnalyse.ExecuterAsync(acteur, fiche.Id, lot, annulation) is { EstOuverte: true, EstDeporte: false }
            ? TypedResults.File(
                await tableau.ExporterAsync(acteur, fiche.Id, lot, annulation),
                ClasseurExcel.TypeMime,
                NomDeFichier.De($"Analyse-lot-{lot}", fiche.Reference.ToString(), horloge.Aujourdhui)
            )
            : TypedResults.NotFound();
    }
}

/// <summary>Les quantités gelées d'une procédure : l'annexe des membres et le DQE du dossier de consultation (RG5.21).</summary>
public sealed class LireQuantitesGelees(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<(byte[] Contenu, string Reference)?> AnnexeAsync(
        Acteur acteur,
        ProcedureId id,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (await ProcedureAsync(contexte, acteur, id, annulation) is not { } procedure)
        {
            return null;
        }

        var prestations = procedure.Lots.Select(l => l.Prestation).Distinct().ToList();
        var lignes = await (
            from r in contexte.ReponsesGelees.AsNoTracking()
            where r.Consolidation == procedure.Consolidation && prestations.Contains(r.Prestation)
            where !contexte.ExclusionsDeMembre.Any(e => e.Procedure == id && e.Collectivite == r.Collectivite)
            join q in contexte.LignesGelees on new { r.Consolidation, r.Reponse } equals new { q.Consolidation, q.Reponse }
            join k in contexte.LignesDeCatalogueGelees on new { q.Consolidation, q.Ligne } equals new { k.Consolidation, k.Ligne }
            orderby k.NumeroDeLot, k.Ordre, r.Nom
            select new
            {
                r.Nom,
                r.Siret,
                k.NumeroDeLot,
                k.Designation,
                k.Unite,
                q.MinimumMilliemes,
                q.EstimeMilliemes,
                q.MaximumMilliemes,
            }
        ).ToListAsync(annulation);
        using var classeur = ClasseurExcel.Creer();
        var feuille = classeur
            .Feuille("Membres et quantités")
            .Entetes(
                ColonneExcel.Texte("Membre"),
                ColonneExcel.Texte("SIRET"),
                ColonneExcel.Entier("Lot"),
                ColonneExcel.Texte("Désignation"),
                ColonneExcel.Texte("Unité"),
                ColonneExcel.Quantite("Minimum") with
                {
                    Totalisee = false,
                },
                ColonneExcel.Quantite("Estimé") with
                {
                    Totalisee = false,
                },
                ColonneExcel.Quantite("Maximum") with
                {
                    Totalisee = false,
                }
            );
        foreach (var l in lignes)
        {
            feuille
                .Ligne()
                .Texte(l.Nom)
                .Texte(l.Siret)
                .Entier(l.NumeroDeLot)
                .Texte(l.Designation)
                .Texte(l.Unite)
                .Quantite(l.MinimumMilliemes)
                .Quantite(l.EstimeMilliemes)
                .Quantite(l.MaximumMilliemes);
        }

        classeur.LisezMoi(
            $"Annexe des membres — {procedure.Objet}",
            $"{procedure.Reference} : quantités du recensement gelé, membre par membre.",
            horloge.Aujourdhui,
            "Information donnée à tous les candidats (RG5.21)."
        );
        return (classeur.Enregistrer(), procedure.Reference.ToString());
    }

    public async Task<(byte[] Contenu, string Reference)?> DqeAsync(
        Acteur acteur,
        ProcedureId id,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (await ProcedureAsync(contexte, acteur, id, annulation) is not { } procedure)
        {
            return null;
        }

        using var classeur = ClasseurExcel.Creer();
        var prestations = procedure.Lots.Select(l => l.Prestation).Distinct().ToList();
        var lignes = procedure.Consolidation is { } gel
            ? await contexte
                .LignesDeCatalogueGelees.AsNoTracking()
                .Where(l => l.Consolidation == gel && prestations.Contains(l.Prestation))
                .OrderBy(l => l.NumeroDeLot)
                .ThenBy(l => l.Ordre)
                .ToListAsync(annulation)
            : [];
        var sommes = procedure.Consolidation is { } c
            ? await LireConsolidation.SommesDe(contexte.LignesRetenues(id, c)).ToDictionaryAsync(s => s.Ligne, annulation)
            : [];
        foreach (var lot in procedure.Lots.OrderBy(l => l.Numero))
        {
            var feuille = classeur
                .Feuille($"DQE lot {lot.Numero}")
                .Entetes(
                    ColonneExcel.Entier("Ligne"),
                    ColonneExcel.Texte("Désignation"),
                    ColonneExcel.Texte("Unité"),
                    ColonneExcel.Quantite("Quantité estimée") with
                    {
                        Totalisee = false,
                    },
                    ColonneExcel.Prix("Prix unitaire HT") with
                    {
                        Saisie = true,
                    },
                    ColonneExcel.Montant("Montant HT")
                );
            foreach (
                var l in lignes.Where(l =>
                    l.Prestation == lot.Prestation && (lot.LotDuGroupement is not { } n || l.NumeroDeLot == n)
                )
            )
            {
                var somme = sommes.GetValueOrDefault(l.Ligne);
                feuille
                    .Ligne()
                    .Entier(l.Ligne)
                    .Texte(l.Designation)
                    .Texte(l.Unite)
                    .Quantite(
                        somme is null ? 0
                        : somme.Estime == 0 ? somme.Retenu
                        : somme.Estime
                    )
                    .Vide();
                feuille.Formule($"D{feuille.NumeroDeLigne}*E{feuille.NumeroDeLigne}");
            }
        }

        classeur.LisezMoi(
            $"DQE — {procedure.Objet}",
            $"{procedure.Reference} : les quantités gelées, les mêmes pour tous les candidats ; la colonne des prix fait le BPU.",
            horloge.Aujourdhui,
            "Document non contractuel, il sert à noter le prix (RG5.21)."
        );
        return (classeur.Enregistrer(), procedure.Reference.ToString());
    }

    private static async Task<Procedure?> ProcedureAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        ProcedureId id,
        CancellationToken annulation
    ) => await contexte.Procedures.AsNoTracking().DuPerimetre(acteur).SingleOrDefaultAsync(p => p.Id == id, annulation);
}
