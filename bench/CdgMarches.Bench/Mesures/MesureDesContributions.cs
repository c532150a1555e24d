using CdgMarches.App.Contributions.Calcul;
using CdgMarches.App.Contributions.Finances;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Bench.Mesures;

/// <summary>
/// L'appel de 1 500 conventions : sa simulation contre la lecture nue de ses données, son émission contre les insertions nues
/// numérotées, son classeur des finances contre ClosedXML écrivant les mêmes cellules.
/// </summary>
internal static class MesureDesContributions
{
    private const int Conventions = 1500;
    private const int Exercice = 2026;
    private static readonly DateOnly Jour = new(Exercice, 1, 1);

    private static readonly Acteur Acteur = new(Guid.CreateVersion7(), "Banc", Droits.Tous, Perimetre.DuCdg());

    private static readonly Acteur Second = Acteur with { Id = Guid.CreateVersion7() };

    public static async Task ExecuterAsync(Banc banc)
    {
        var donnees = await banc.LegereAsync("contributions");
        var fabrique = donnees.Fabrique;
        var campagne = await SemerAsync(fabrique);
        await SimulerAsync(donnees.Service<Simuler>(), fabrique, campagne);
        await EmettreAsync(donnees, fabrique, campagne);
        await EcrireAsync(fabrique);
    }

    private static async Task SimulerAsync(
        Simuler simuler,
        IDbContextFactory<MarchesDbContext> fabrique,
        CampagneDAppelId campagne
    )
    {
        var simulation = await simuler.ExecuterAsync(Acteur, campagne);
        Rapport.Exiger(simulation.Nombre(EtatDAppel.Emis) == Conventions, "La simulation n'a pas tous ses redevables.");
        var rapport = await Chronometre.MoyenAsync(
            "simulation d'un appel de 1 500 conventions",
            () => simuler.ExecuterAsync(Acteur, campagne),
            async () =>
            {
                await using var contexte = await fabrique.CreateDbContextAsync();
                var lues = await contexte
                    .Database.SqlQuery<LigneNue>(
                        $"""
                        SELECT v."Id", v."Reference", v."Collectivite", v."PremierJour", v."DernierJour", c."Nom", c."CleDeTri",
                            c."Siret", c."Siren", c."Categorie", c."Parent", c."Siege_Ligne1", c."Siege_Ligne2",
                            c."Siege_CodePostal", c."Siege_Ville", c."Chorus_ServiceObligatoire",
                            c."Chorus_EngagementObligatoire", c."Chorus_CodeDuService", e."Agents", p."Totale",
                            EXISTS (
                                SELECT 1 FROM "CollectivitesAffiliations" AS f
                                WHERE f."CollectiviteId" = c."Id" AND f."Debut" <= {Jour} AND (f."Fin" IS NULL OR f."Fin" >= {Jour})
                            ) AS "Affiliee",
                            d."Reelles", d."Estimees"
                        FROM "ConventionsDAcces" AS v
                        INNER JOIN "Collectivites" AS c ON c."Id" = v."Collectivite"
                        LEFT JOIN "CollectivitesEffectifs" AS e ON e."CollectiviteId" = c."Id" AND e."Annee" = {Exercice}
                        LEFT JOIN "CollectivitesPopulations" AS p ON p."CollectiviteId" = c."Id" AND p."Annee" = {Exercice}
                        LEFT JOIN "ConsultationsDeclarees" AS d ON d."Collectivite" = c."Id" AND d."Annee" = {Exercice - 1}
                        WHERE v."PremierJour" IS NOT NULL
                        """
                    )
                    .ToListAsync();
                Rapport.Exiger(lues.Count >= Conventions, "La lecture nue n'a pas toutes les lignes.");
            }
        );
        Rapport.Ecrire("contributions-simulation", rapport, 3);
    }

    private static async Task EmettreAsync(
        Jeu.BaseDeBanc donnees,
        IDbContextFactory<MarchesDbContext> fabrique,
        CampagneDAppelId campagne
    )
    {
        var emettre = donnees.Service<App.Contributions.Campagnes.EmettreAppels>();
        var valider = donnees.Service<App.Contributions.Campagnes.ValiderCampagneDAppel>();
        await valider.ProposerAsync(Acteur, campagne, await VersionAsync(fabrique, campagne));
        await valider.ValiderAsync(Second, campagne, await VersionAsync(fabrique, campagne));
        await emettre.ExecuterAsync(Second, campagne);
        List<AppelDeContribution> modeles;
        await using (var contexte = await fabrique.CreateDbContextAsync())
        {
            modeles = await contexte.Appels.AsNoTracking().Where(a => a.Exercice == Exercice).ToListAsync();
        }

        Rapport.Exiger(modeles.Count == Conventions, "L'émission n'a pas écrit tous les appels.");
        var rapport = await Chronometre.LongAsync(
            "émission de 1 500 appels",
            () => emettre.ExecuterAsync(Second, campagne),
            async () =>
            {
                await using var contexte = await fabrique.CreateDbContextAsync();
                await contexte.EnTransactionAsync(async jeton =>
                {
                    await contexte.NumeroterEnSerieAsync("BANC-2026", modeles.Count, jeton);
                    contexte.AddRange(modeles);
                    await contexte.SaveChangesAsync(jeton);
                });
            },
            () => RemettreAsync(fabrique, campagne)
        );
        Rapport.Ecrire("contributions-emission", rapport, 3);
        await RemettreAsync(fabrique, campagne);
        await emettre.ExecuterAsync(Second, campagne);
    }

    /// <summary>La campagne de nouveau validée, sans appel, ni histoire, ni échéance d'aucun appel.</summary>
    private static async Task RemettreAsync(IDbContextFactory<MarchesDbContext> fabrique, CampagneDAppelId campagne)
    {
        await using var contexte = await fabrique.CreateDbContextAsync();
        await contexte.Appels.Where(a => a.Exercice == Exercice).ExecuteDeleteAsync();
        await contexte.Echeances.Where(e => e.ObjetType == nameof(AppelDeContribution)).ExecuteDeleteAsync();
        await contexte.Journal.Where(l => l.ObjetType == nameof(AppelDeContribution)).ExecuteDeleteAsync();
        await contexte
            .CampagnesDAppel.Where(c => c.Id == campagne)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.Etat, EtatDeCampagneDAppel.Validee));
    }

    private static async Task EcrireAsync(IDbContextFactory<MarchesDbContext> fabrique)
    {
        await using var contexte = await fabrique.CreateDbContextAsync();
        var appels = await contexte.Appels.AsNoTracking().Where(a => a.Exercice == Exercice).OrderBy(a => a.Numero).ToListAsync();
        var lignes = appels.ConvertAll(a => new LigneDeTitre(
            a,
            new FicheDuDebiteur(a.Debiteur.Siret, ParametresChorus.Aucun),
            "T-1",
            null
        ));
        var jour = new DateOnly(Exercice, 3, 10);
        var rapport = await Chronometre.LongAsync(
            "classeur des finances de 1 500 titres",
            () => Task.FromResult(EcrireTitres.Classeur(Exercice, "banc", null, lignes, "", jour)),
            () => Task.FromResult(ALaMain(lignes))
        );
        Rapport.Ecrire("contributions-classeur", rapport, 1.5);
    }

    private static byte[] ALaMain(List<LigneDeTitre> lignes)
    {
        using var classeur = new XLWorkbook();
        var feuille = classeur.AddWorksheet("Titres");
        var colonnes = ColonnesDesTitres.Toutes;
        for (var c = 0; c < colonnes.Count; c++)
        {
            feuille.Column(c + 1).Width = 20;
            feuille.Column(c + 1).Style.NumberFormat.Format = colonnes[c].Genre switch
            {
                App.Socle.Tableur.GenreDeColonne.Montant => "#,##0.00",
                App.Socle.Tableur.GenreDeColonne.Date => "dd/mm/yyyy",
                App.Socle.Tableur.GenreDeColonne.Texte => "@",
                _ => "#,##0",
            };
            feuille.Cell(1, c + 1).SetValue(colonnes[c].EnTete);
        }

        for (var l = 0; l < lignes.Count; l++)
        {
            for (var c = 0; c < colonnes.Count; c++)
            {
                var cellule = feuille.Cell(l + 2, c + 1);
                switch (colonnes[c].Lire(lignes[l]))
                {
                    case string texte:
                        cellule.SetValue(texte);
                        break;
                    case long centimes when colonnes[c].Genre is App.Socle.Tableur.GenreDeColonne.Montant:
                        cellule.SetValue(centimes / 100m);
                        break;
                    case DateOnly date:
                        cellule.SetValue(date.ToDateTime(TimeOnly.MinValue));
                        break;
                    case long entier:
                        cellule.SetValue(entier);
                        break;
                    case int annee:
                        cellule.SetValue(annee);
                        break;
                    default:
                        break;
                }
            }
        }

        feuille.SheetView.Freeze(1, 2);
        feuille.Range(1, 1, lignes.Count + 1, colonnes.Count).SetAutoFilter();
        using var flux = new MemoryStream();
        classeur.SaveAs(flux, new SaveOptions { GenerateCalculationChain = false, ValidatePackage = false });
        return flux.ToArray();
    }

    /// <summary>Une convention par collectivité, un effectif, des consultations ; la campagne validée.</summary>
    private static async Task<CampagneDAppelId> SemerAsync(IDbContextFactory<MarchesDbContext> fabrique)
    {
        await using var contexte = await fabrique.CreateDbContextAsync();
        var grille = Grille.Creer(GrilleDuCdg62.Definition, null);
        grille.Adopter(GrilleDuCdg62.Deliberation, GrilleDuCdg62.DelibereeLe, GrilleDuCdg62.Debut, []);
        contexte.AddRange(ParametresDesContributions.Lister());
        contexte.AddRange(
            grille,
            ComptableAssignataire.Creer(
                new SaisieDeComptable("SGC", "1 rue", "62000", "Arras", null, "Le président", new DateOnly(2020, 1, 1)),
                []
            )
        );
        var effet = new DateOnly(2025, 2, 15);
        var collectivites = await contexte
            .Collectivites.OrderBy(c => c.CleDeTri)
            .Select(c => c.Id)
            .Take(Conventions)
            .ToListAsync();
        Rapport.Exiger(collectivites.Count == Conventions, "Le jeu n'a pas 1 500 collectivités.");
        // The roots pass through the domain, which would refuse an impossible set; nothing of them is journalled.
        contexte.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var (rang, collectivite) in collectivites.Index())
        {
            contexte.Add(UneConvention(collectivite, rang, effet));
            contexte.Add(
                ConsultationsDeclarees.Declarer(collectivite, Exercice - 1, rang % 400, null, OrigineDesConsultations.Import)
            );
        }

        await contexte.SaveChangesAsync();
        await contexte.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "CollectivitesEffectifs" ("CollectiviteId", "Annee", "Agents", "Definition")
            SELECT "Id", {Exercice}, 351, 'banc' FROM "Collectivites"
            """
        );
        return await OuvrirAsync(fabrique, grille);
    }

    private static ConventionDAcces UneConvention(CollectiviteId collectivite, int rang, DateOnly effet)
    {
        var convention = ConventionDAcces.Preparer(
            new ReferenceDeConvention(2025, rang + 1),
            collectivite,
            ReglesDAcces.Usuelles,
            effet.AddDays(-60)
        );
        convention.Dater(
            new ActesDAcces
            {
                NumeroDeDeliberation = "1",
                DelibereeLe = effet.AddDays(-30),
                SigneeParLaCollectiviteLe = effet.AddDays(-20),
                SignataireDeLaCollectivite = "Le maire",
                SigneeParLeCdgLe = effet.AddDays(-10),
                SignataireDuCdg = "Le président",
                Effet = effet,
            },
            effet,
            [],
            []
        );
        return convention;
    }

    private static async Task<CampagneDAppelId> OuvrirAsync(IDbContextFactory<MarchesDbContext> fabrique, Grille grille)
    {
        await using var contexte = await fabrique.CreateDbContextAsync();
        var campagne = CampagneDAppel.Ouvrir(
            OrigineDeCampagne.Grille,
            grille.Lignee,
            null,
            Exercice,
            "2026",
            "Contribution 2026",
            new DateOnly(Exercice, 1, 5)
        );
        contexte.Add(campagne);
        await contexte.EnregistrerAsync(Acteur, TimeProvider.System.GetUtcNow());
        return campagne.Id;
    }

    private static async Task<int> VersionAsync(IDbContextFactory<MarchesDbContext> fabrique, CampagneDAppelId campagne)
    {
        await using var contexte = await fabrique.CreateDbContextAsync();
        return await contexte.CampagnesDAppel.Where(c => c.Id == campagne).Select(c => c.Version).SingleAsync();
    }

    /// <summary>Ce que la simulation lit de chaque redevable, sans plus.</summary>
    private sealed record LigneNue(
        Guid Id,
        string Reference,
        Guid Collectivite,
        DateOnly? PremierJour,
        DateOnly? DernierJour,
        string Nom,
        string CleDeTri,
        string? Siret,
        string? Siren,
        string Categorie,
        Guid? Parent,
        string? Siege_Ligne1,
        string? Siege_Ligne2,
        string? Siege_CodePostal,
        string? Siege_Ville,
        bool Chorus_ServiceObligatoire,
        bool Chorus_EngagementObligatoire,
        string? Chorus_CodeDuService,
        int? Agents,
        int? Totale,
        bool Affiliee,
        int? Reelles,
        int? Estimees
    );
}
