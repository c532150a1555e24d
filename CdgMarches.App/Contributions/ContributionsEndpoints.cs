using System.Globalization;
using CdgMarches.App.Contributions.Appels;
using CdgMarches.App.Contributions.Calcul;
using CdgMarches.App.Contributions.Donnees;
using CdgMarches.App.Contributions.Finances;
using CdgMarches.App.Contributions.Grilles;
using CdgMarches.App.Contributions.Membre;
using CdgMarches.App.Contributions.Refacturer;
using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions;

/// <summary>Les téléchargements des contributions.</summary>
internal static class ContributionsEndpoints
{
    public static void MapContributions(this IEndpointRouteBuilder routes)
    {
        Ouvrir("/contributions/appels/export.xlsx", AppelsAsync);
        Ouvrir("/contributions/campagnes/{id:guid}/simulation.xlsx", SimulationAsync);
        Ouvrir("/contributions/grilles/{id:guid}/simulation.xlsx", ComparaisonAsync);
        Ouvrir("/contributions/refacturations/{id:guid}/decompte.xlsx", DecompteAsync);
        Ouvrir("/contributions/suivi/{exercice:int}/rapport.xlsx", RapportAsync);
        Ouvrir("/contributions/finances/remises/{id:guid}/titres.xlsx", ClasseurAsync);
        Ouvrir("/contributions/finances/remises/{id:guid}/titres.csv", CsvAsync);
        Ouvrir("/contributions/imports/{nature}/modele.xlsx", ModeleAsync);
        Ouvrir("/contributions/imports/{nature}/refus.xlsx", RefusAsync);

        routes.MapGet("/espace/contributions/{id:guid}/lettre", LettreAsync).RequireAuthorization(Droits.Espace);

        void Ouvrir(string adresse, Delegate reponse) =>
            routes.MapGet(adresse, reponse).RequireAuthorization(Droits.ConsulterCdg);
    }

    private static async Task<IResult> AppelsAsync(
        HttpRequest requete,
        LireAppels lire,
        ActeurCourant acteurCourant,
        HorlogeLegale horloge,
        CancellationToken annulation
    )
    {
        var acteur = await acteurCourant.LireAsync(annulation);
        var appels = await TouteLaListe.LireAsync(
            AdresseDeListe.Lire(requete.GetEncodedUrl()),
            d => lire.ExecuterAsync(acteur, d, annulation)
        );
        return Fichier(ClasseursDesContributions.Appels(appels, horloge.Aujourdhui), "Appels", null, horloge);
    }

    private static async Task<IResult> SimulationAsync(
        Guid id,
        Simuler simuler,
        ActeurCourant acteurCourant,
        HorlogeLegale horloge,
        CancellationToken annulation
    )
    {
        try
        {
            var simulation = await simuler.ExecuterAsync(
                await acteurCourant.LireAsync(annulation),
                new CampagneDAppelId(id),
                annulation
            );
            return Fichier(
                ClasseursDesContributions.Simulation(simulation, horloge.Aujourdhui),
                "Simulation",
                simulation.Campagne.Intitule,
                horloge
            );
        }
        catch (DroitManquantException)
        {
            return TypedResults.NotFound();
        }
    }

    private static async Task<IResult> ComparaisonAsync(
        Guid id,
        string? exercice,
        HttpRequest requete,
        ComparerGrille comparer,
        ActeurCourant acteurCourant,
        HorlogeLegale horloge,
        CancellationToken annulation
    )
    {
        var annee =
            int.TryParse(exercice, CultureInfo.InvariantCulture, out var lue) && lue is >= 2000 and <= 2100
                ? lue
                : horloge.Aujourdhui.Year;
        var (lectures, casLimites) = AdresseDeComparaison.Lire(requete.Query);
        var comparaison = await comparer.ExecuterAsync(
            await acteurCourant.LireAsync(annulation),
            new GrilleId(id),
            annee,
            lectures,
            casLimites,
            annulation
        );
        return comparaison is null
            ? TypedResults.NotFound()
            : Fichier(
                ClasseursDesContributions.Comparaison(comparaison, horloge.Aujourdhui),
                "Grille",
                $"avant après {annee}",
                horloge
            );
    }

    private static async Task<IResult> DecompteAsync(
        Guid id,
        TenirRefacturations tenir,
        ActeurCourant acteurCourant,
        HorlogeLegale horloge,
        CancellationToken annulation
    )
    {
        var fiche = await tenir.LireAsync(await acteurCourant.LireAsync(annulation), new RefacturationId(id), annulation);
        return fiche is null
            ? TypedResults.NotFound()
            : Fichier(
                ClasseursDesContributions.Decompte(fiche, horloge.Aujourdhui),
                "Decompte",
                fiche.Refacturation.Intitule,
                horloge
            );
    }

    private static async Task<IResult> RapportAsync(
        int exercice,
        LireSuivi lire,
        ActeurCourant acteurCourant,
        HorlogeLegale horloge,
        CancellationToken annulation
    )
    {
        var suivi = await lire.ExecuterAsync(await acteurCourant.LireAsync(annulation), exercice, annulation);
        return Fichier(
            ClasseursDesContributions.Rapport(suivi, horloge.Aujourdhui),
            "Cloture",
            exercice.ToString(CultureInfo.InvariantCulture),
            horloge
        );
    }

    private static Task<IResult> ClasseurAsync(
        Guid id,
        ServirPiece servir,
        ActeurCourant acteurCourant,
        HttpContext http,
        IDbContextFactory<Database.MarchesDbContext> donnees,
        CancellationToken annulation
    ) => PieceAsync(id, e => e.Classeur, servir, acteurCourant, http, donnees, annulation);

    private static Task<IResult> CsvAsync(
        Guid id,
        ServirPiece servir,
        ActeurCourant acteurCourant,
        HttpContext http,
        IDbContextFactory<Database.MarchesDbContext> donnees,
        CancellationToken annulation
    ) => PieceAsync(id, e => e.Csv, servir, acteurCourant, http, donnees, annulation);

    private static async Task<IResult> PieceAsync(
        Guid id,
        Func<ExportDeFinances, Guid> piece,
        ServirPiece servir,
        ActeurCourant acteurCourant,
        HttpContext http,
        IDbContextFactory<Database.MarchesDbContext> donnees,
        CancellationToken annulation
    )
    {
        var acteur = await acteurCourant.LireAsync(annulation);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return
            AccesAuxGroupements.Limite(acteur) is null
            && await contexte.ExportsDeFinances.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, annulation) is { } export
            ? await servir.ExecuterAsync(
                acteur,
                piece(export),
                (_, _, _) => Task.FromResult(acteur.Peut(Droits.ConsulterCdg)),
                http,
                annulation: annulation
            )
            : TypedResults.NotFound();
    }

    private static async Task<IResult> LettreAsync(
        Guid id,
        LettreDuMembre lettre,
        ActeurCourant acteurCourant,
        CancellationToken annulation
    ) =>
        await lettre.ExecuterAsync(await acteurCourant.LireAsync(annulation), new AppelDeContributionId(id), annulation)
            is var (contenu, nom, type)
            ? TypedResults.File(contenu, type, nom)
            : TypedResults.NotFound();

    private static IResult ModeleAsync(string nature, ImporterDonnees importer, HorlogeLegale horloge)
    {
        if (importer.De(nature) is not { } import)
        {
            return TypedResults.NotFound();
        }

        using var classeur = ClasseurExcel.Creer();
        classeur.Feuille(import.Plan.Feuille).Entetes([.. import.Plan.Colonnes.Select(c => c.PourExcel())]);
        classeur.LisezMoi(import.Titre, import.Consigne, horloge.Aujourdhui);
        return Fichier(classeur.Enregistrer(), "Modele", nature, horloge);
    }

    private static async Task<IResult> RefusAsync(
        string nature,
        ImporterDonnees importer,
        ActeurCourant acteurCourant,
        HorlogeLegale horloge,
        CancellationToken annulation
    )
    {
        var acteur = await acteurCourant.LireAsync(annulation);
        return
            acteur.Peut(Droits.PreparerContributions)
            && AccesAuxGroupements.Limite(acteur) is null
            && await importer.LignesRefuseesAsync(acteur, nature, annulation) is { } refus
            ? Fichier(refus, "lignes-a-corriger", nature, horloge)
            : TypedResults.NotFound();
    }

    private static FileContentHttpResult Fichier(byte[] contenu, string nature, string? objet, HorlogeLegale horloge) =>
        TypedResults.File(contenu, ClasseurExcel.TypeMime, NomDeFichier.De(nature, objet, horloge.Aujourdhui));
}
