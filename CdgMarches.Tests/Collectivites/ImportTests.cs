using System.Text;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using CdgMarches.Tests.Socle.Tableur;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Collectivites;

public sealed class ImportTests : EssaiDImport
{
    [Theory]
    [MemberData(nameof(FichiersDEssai.GenresDeMauvaisFichiers), MemberType = typeof(FichiersDEssai))]
    public async Task Un_mauvais_fichier_recoit_sa_phrase_et_n_ecrit_rien(string genre)
    {
        var (nom, octets, phrase) = FichiersDEssai.Mauvais(genre);

        var refus = await Assert.ThrowsAsync<RefusException>(() => PreparerAsync(octets, nom));

        Assert.Contains(phrase, refus.Message.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal(0, await Referentiel.CompterAsync());
    }

    [Fact]
    public async Task Un_classeur_cree_et_met_a_jour_puis_deux_fois_le_meme_ne_change_rien()
    {
        var lens = await Referentiel.SemerAsync(
            ReferentielDEssai.Commune("Lens", SirenDeLens) with
            {
                Telephone = "03 21 69 86 86",
            }
        );
        var fichier = Classeur(
            ["SIREN", "Nom", "Catégorie", "Téléphone", "Année de l'effectif", "Agents"],
            [SirenDeLens, "Lens", "Commune", "03 21 00 00 00", 2026, 812],
            [SirenDeLievin, "Liévin", "commune", null, 2026, 640]
        );

        var import = await PreparerAsync(fichier);
        Assert.StartsWith("✓ 1 nouvelle · ↻ 1 modifiée · = 0 inchangée", import.Resume, StringComparison.Ordinal);
        Assert.Equal(1, await Referentiel.CompterAsync());
        var changement = (await LignesAsync(import)).Single(l => l.Numero == 2).Cellules.Single(c => c.Entete == "Téléphone");
        Assert.Equal(("D", "03 21 69 86 86", "03 21 00 00 00"), (changement.Lettre, changement.Ancienne, changement.Nouvelle));

        var bilan = await Referentiel.Appliquer.ExecuterAsync(Agents.Gestionnaire, import.Id, import.Version, toutOuRien: true);
        Assert.Equal((1, 1, 0), (bilan.Creees, bilan.Modifiees, bilan.Refusees));
        var relue = await Referentiel.RelireAsync(lens.Id);
        Assert.Equal(("03 21 00 00 00", 812), (relue.Telephone, relue.EffectifDe(2026)?.Agents));

        var encore = await PreparerAsync(fichier);
        Assert.Equal(0, encore.LignesAEcrire);
        Assert.IsType<Domain.Collectivites.Regles.ImportQuiChangeQuelqueChose>(Assert.Single(encore.PeutToutImporter.Obstacles));
    }

    [Fact]
    public async Task L_export_se_reimporte_tel_quel_sans_rien_changer()
    {
        var cc = await Referentiel.SemerAsync(
            new IdentiteDeCollectivite
            {
                Nom = "CC du Ternois",
                Categorie = CategorieDeCollectivite.CommunauteDeCommunes,
                Siren = Siren.Parse(ReferentielDEssai.SirenFictif(9)),
            }
        );
        await Referentiel.SemerAsync(
            ReferentielDEssai.Commune("Lens", SirenDeLens) with
            {
                Siret = Siret.Parse(ReferentielDEssai.SiretDe(SirenDeLens)),
                CodeInsee = CodeInsee.Parse("62498"),
                Siege = new Adresse("17 bis place Jean-Jaurès", "=SOMME(A1)", "62300", "Lens"),
                Courriel = "mairie@lens.example",
                Chorus = new ParametresChorus(true, false, "0012", "Service des achats"),
                UtiliseLAccesDeSaCommune = false,
                Notes = "Ligne 1\nLigne 2",
            },
            c =>
            {
                c.Rattacher(cc.Id, cc.Categorie, cc.Nom);
                c.DeclarerEffectif(new DeclarationDEffectif(2025, 800, "Agents permanents", "Mairie", new DateOnly(2025, 1, 20)));
                c.RenseignerPopulation(new DeclarationDePopulation(2026, 33_000, 32_600, "INSEE"));
            }
        );
        await Referentiel.SemerAsync(
            new IdentiteDeCollectivite { Nom = "Amicale sans numéro", Categorie = CategorieDeCollectivite.Association }
        );

        var export = await Referentiel.Exporter.ExecuterAsync(Agents.Lecture, new Demande());
        var import = await PreparerAsync(export);

        Assert.Equal(
            ("✓ 0 nouvelle · ↻ 0 modifiée · = 3 inchangées · ⚠ 0 avertissement · ✗ 0 erreur", 0),
            (import.Resume, import.LignesAEcrire)
        );
        using var classeur = new XLWorkbook(new MemoryStream(export));
        Assert.Equal(
            "=SOMME(A1)",
            classeur.Worksheet("Collectivités").CellsUsed().Single(c => c.GetString() == "=SOMME(A1)").GetString()
        );
        Assert.DoesNotContain(classeur.Worksheet("Collectivités").CellsUsed(), c => c.HasFormula);
    }

    [Fact]
    public async Task L_export_rend_exactement_ce_qui_est_filtre()
    {
        await Referentiel.SemerAsync(ReferentielDEssai.Commune("Lens", SirenDeLens));
        await Referentiel.SemerAsync(ReferentielDEssai.Commune("Liévin", SirenDeLievin));

        using var classeur = new XLWorkbook(
            new MemoryStream(await Referentiel.Exporter.ExecuterAsync(Agents.Lecture, new Demande(Recherche: "lievin")))
        );

        Assert.Equal(2, classeur.Worksheet("Collectivités").RowsUsed().Count());
        Assert.Contains(classeur.Worksheet("Collectivités").CellsUsed(), c => c.GetString() == "Liévin");
    }

    [Fact]
    public async Task Toutes_les_erreurs_de_toutes_les_lignes_sont_dites_avec_leur_place()
    {
        await Referentiel.SemerAsync(
            ReferentielDEssai.Commune("Fermée", ReferentielDEssai.SirenFictif(7)),
            c => c.Archiver(HorlogeFigee.Origine, "essai")
        );
        var import = await PreparerAsync(
            Classeur(
                [
                    "SIREN",
                    "Nom",
                    "Catégorie",
                    "Courriel",
                    "Année de l'effectif",
                    "Agents",
                    "Effectif déclaré le",
                    "SIREN de rattachement",
                ],
                [
                    "123456789",
                    new string('x', 10_000),
                    "Village",
                    "pas un courriel",
                    2026,
                    -3,
                    new DateTime(1900, 1, 1),
                    "123456789",
                ],
                [SirenDeLens, "Lens", "Commune", "pas un courriel", null, 12, null, null],
                [SirenDeLievin, null, null, null, 2026, 900_000, null, SirenDeLievin],
                [SirenDeLens, "Lens encore", "Commune", null, null, null, null, null],
                [null, "Sans numéro", "Commune", null, null, null, null, null],
                [ReferentielDEssai.SirenFictif(7), "Fermée", "Commune", null, null, null, null, null]
            )
        );

        Assert.Equal((6, 0), (import.LignesEnErreur, import.LignesAEcrire));
        var lignes = await LignesAsync(import);
        var premiere = string.Join("\n", lignes[0].Messages);
        Assert.All(
            [
                "ligne 2, colonne A",
                "ligne 2, colonne B",
                "ligne 2, colonne C",
                "ligne 2, colonne F",
                "ligne 2, colonne G",
                "ligne 2, colonne H",
            ],
            lieu => Assert.Contains(lieu, premiere, StringComparison.Ordinal)
        );
        Assert.Contains("la limite est de 200", premiere, StringComparison.Ordinal);
        Assert.Contains("indiquez l'année", string.Join("\n", lignes[1].Messages), StringComparison.Ordinal);
        Assert.Contains("nom est obligatoire", string.Join("\n", lignes[2].Messages), StringComparison.Ordinal);
        Assert.Contains("déjà à la ligne 3", string.Join("\n", lignes[3].Messages), StringComparison.Ordinal);
        Assert.Contains("SIRET ou le SIREN", string.Join("\n", lignes[4].Messages), StringComparison.Ordinal);
        Assert.Contains("archivée", string.Join("\n", lignes[5].Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tout_ou_rien_par_defaut_sinon_les_bonnes_lignes_et_le_fichier_des_mauvaises_avec_leur_motif()
    {
        var import = await PreparerAsync(
            Classeur(["SIREN", "Nom", "Catégorie"], [SirenDeLens, "Lens", "Commune"], ["000000000", "Fausse", "Commune"])
        );
        await Assert.ThrowsAsync<RegleMetierException>(() =>
            Referentiel.Appliquer.ExecuterAsync(Agents.Gestionnaire, import.Id, import.Version, true)
        );
        Assert.Equal(0, await Referentiel.CompterAsync());

        var bilan = await Referentiel.Appliquer.ExecuterAsync(Agents.Gestionnaire, import.Id, import.Version, toutOuRien: false);

        Assert.Equal((1, 1), (bilan.Creees, bilan.Refusees));
        using var refus = new XLWorkbook(
            new MemoryStream((await Referentiel.Imports.RefusAsync(Agents.Gestionnaire, import.Id))!)
        );
        var feuille = refus.Worksheet("Collectivités");
        Assert.Equal(["SIREN", "Nom", "Catégorie", "Motif"], feuille.Row(1).CellsUsed().Select(c => c.GetString()));
        Assert.Equal("Fausse", feuille.Cell(2, 2).GetString());
        Assert.Contains("colonne A", feuille.Cell(2, 4).GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_fiche_changee_depuis_l_apercu_n_est_pas_ecrasee()
    {
        var lens = await Referentiel.SemerAsync(ReferentielDEssai.Commune("Lens", SirenDeLens));
        var import = await PreparerAsync(Classeur(["SIREN", "Téléphone"], [SirenDeLens, "03 21 00 00 00"]));
        await Referentiel.Tenir.DeclarerEffectifAsync(Agents.Gestionnaire, lens.Id, 1, new DeclarationDEffectif(2026, 5));

        var refus = await Assert.ThrowsAsync<RefusException>(() =>
            Referentiel.Appliquer.ExecuterAsync(Agents.Gestionnaire, import.Id, import.Version, toutOuRien: true)
        );

        Assert.Contains("Ligne 2 : La fiche a changé depuis l'aperçu", refus.Message, StringComparison.Ordinal);
        Assert.Null((await Referentiel.RelireAsync(lens.Id)).Telephone);
        Assert.Equal(EtatDImport.Prepare, (await LireAsync(import.Id)).Etat);
    }

    [Fact]
    public async Task Deux_agents_n_appliquent_pas_le_meme_import()
    {
        var import = await PreparerAsync(Classeur(["SIREN", "Nom", "Catégorie"], [SirenDeLens, "Lens", "Commune"]));
        await Referentiel.Appliquer.ExecuterAsync(Agents.Gestionnaire, import.Id, import.Version, toutOuRien: true);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            Referentiel.Appliquer.ExecuterAsync(Agents.Gestionnaire, import.Id, import.Version, toutOuRien: true)
        );
        Assert.Equal(1, await Referentiel.CompterAsync());
    }

    [Fact]
    public async Task Un_SIRET_complete_la_fiche_de_meme_SIREN_qui_n_en_avait_pas()
    {
        var lens = await Referentiel.SemerAsync(ReferentielDEssai.Commune("Lens", SirenDeLens));
        var siret = ReferentielDEssai.SiretDe(SirenDeLens);

        await ImporterAsync(Classeur(["SIRET"], [siret]));

        Assert.Equal(1, await Referentiel.CompterAsync());
        Assert.Equal(siret, (await Referentiel.RelireAsync(lens.Id)).Siret?.Valeur);
    }

    [Fact]
    public async Task Un_CCAS_et_sa_commune_arrivent_dans_le_meme_fichier_dans_n_importe_quel_ordre()
    {
        await ImporterAsync(
            Classeur(
                ["SIREN", "Nom", "Catégorie", "SIREN de rattachement"],
                [SirenDeLievin, "CCAS de Lens", "CCAS", SirenDeLens],
                [SirenDeLens, "Lens", "Commune", null]
            )
        );

        await using var contexte = await Referentiel.Fabrique.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var lens = await contexte.Collectivites.SingleAsync(c => c.Nom == "Lens", TestContext.Current.CancellationToken);
        Assert.Equal(
            lens.Id,
            (await contexte.Collectivites.SingleAsync(c => c.Nom == "CCAS de Lens", TestContext.Current.CancellationToken)).Parent
        );
    }

    [Theory]
    [InlineData(";", "utf-8")]
    [InlineData(",", "utf-8")]
    [InlineData(";", "windows-1252")]
    public async Task Un_CSV_se_lit_avec_ses_accents(string separateur, string encodage)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var texte =
            string.Join(separateur, "SIREN", "Nom", "Catégorie")
            + "\r\n"
            + string.Join(separateur, SirenDeLievin, "Liévin", "Commune");

        await ImporterAsync(Encoding.GetEncoding(encodage).GetBytes(texte), "communes.csv");

        await using var contexte = await Referentiel.Fabrique.CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            "Liévin",
            await contexte.Collectivites.Select(c => c.Nom).SingleAsync(TestContext.Current.CancellationToken)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7")]
    [InlineData("bonjour")]
    public async Task Un_fichier_illisible_est_refuse_par_une_phrase(string contenu)
    {
        var refus = await Assert.ThrowsAsync<RefusException>(() => PreparerAsync(Encoding.UTF8.GetBytes(contenu)));

        Assert.EndsWith(".", refus.Message, StringComparison.Ordinal);
        await using var contexte = await Referentiel.Fabrique.CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Empty(await contexte.ImportsDeCollectivites.ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Deux_mille_lignes_s_importent_et_s_annulent_dans_un_temps_de_travail()
    {
        object?[][] lignes =
        [
            .. Enumerable
                .Range(1, 2000)
                .Select(i => new object?[] { ReferentielDEssai.SirenFictif(i), $"Commune {i}", "Commune", 2026, i }),
        ];
        var import = await PreparerAsync(Classeur(["SIREN", "Nom", "Catégorie", "Année de l'effectif", "Agents"], lignes));
        var chrono = System.Diagnostics.Stopwatch.StartNew();

        await Referentiel.Appliquer.ExecuterAsync(Agents.Gestionnaire, import.Id, import.Version, toutOuRien: true);

        Assert.True(chrono.Elapsed < TimeSpan.FromSeconds(20), $"{chrono.ElapsedMilliseconds} ms");
        Assert.Equal(2000, await Referentiel.CompterAsync());
    }

    [Fact]
    public async Task Qui_ne_gere_pas_les_collectivites_n_importe_ni_ne_lit_les_imports()
    {
        var import = await PreparerAsync(Classeur(["SIREN", "Nom", "Catégorie"], [SirenDeLens, "Lens", "Commune"]));
        foreach (var acteur in (Acteur[])[Agents.Lecture, Agents.Finances, Agents.Membre(CollectiviteId.Nouveau())])
        {
            await Assert.ThrowsAsync<DroitManquantException>(() =>
                Referentiel.Preparer.ExecuterAsync(acteur, new MemoryStream(), "a.csv")
            );
            await Assert.ThrowsAsync<DroitManquantException>(() =>
                Referentiel.Appliquer.ExecuterAsync(acteur, import.Id, import.Version, true)
            );
            await Assert.ThrowsAsync<DroitManquantException>(() =>
                Referentiel.Annuler.ExecuterAsync(acteur, import.Id, import.Version)
            );
            await Assert.ThrowsAsync<DroitManquantException>(() =>
                Referentiel.Imports.LignesAsync(acteur, import.Id, new Demande())
            );
            await Assert.ThrowsAsync<DroitManquantException>(() => Referentiel.Imports.RefusAsync(acteur, import.Id));
        }
    }
}
