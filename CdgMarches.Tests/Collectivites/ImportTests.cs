using System.Text;
using CdgMarches.App.Collectivites.Echanges;
using CdgMarches.App.Socle;
using CdgMarches.Database.Collectivites;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Collectivites;

public sealed class ImportTests : IAsyncLifetime
{
    private static readonly string SirenDeLens = ReferentielDEssai.SirenFictif(1);
    private static readonly string SirenDeLievin = ReferentielDEssai.SirenFictif(2);
    private ReferentielDEssai _r = null!;

    public async ValueTask InitializeAsync() => _r = await ReferentielDEssai.CreerAsync();

    public ValueTask DisposeAsync() => _r.DisposeAsync();

    [Fact]
    public async Task Un_classeur_cree_et_met_a_jour_puis_deux_fois_le_meme_ne_change_rien()
    {
        var lens = await _r.SemerAsync(ReferentielDEssai.Commune("Lens", SirenDeLens) with { Telephone = "03 21 69 86 86" });
        var fichier = Classeur(
            ["SIREN", "Nom", "Catégorie", "Téléphone", "Année de l'effectif", "Agents"],
            [SirenDeLens, "Lens", "Commune", "03 21 00 00 00", 2026, 812],
            [SirenDeLievin, "Liévin", "commune", null, 2026, 640]
        );

        var import = await PreparerAsync(fichier);
        Assert.StartsWith("✓ 1 nouvelle · ↻ 1 modifiée · = 0 inchangée", import.Resume, StringComparison.Ordinal);
        Assert.Equal(1, await _r.CompterAsync());
        var changement = (await LignesAsync(import)).Single(l => l.Numero == 2).Cellules.Single(c => c.Entete == "Téléphone");
        Assert.Equal(("D", "03 21 69 86 86", "03 21 00 00 00"), (changement.Lettre, changement.Ancienne, changement.Nouvelle));

        var bilan = await _r.Appliquer.ExecuterAsync(Agents.Gestionnaire, import.Id, import.Version, toutOuRien: true);
        Assert.Equal((1, 1, 0), (bilan.Creees, bilan.Modifiees, bilan.Refusees));
        var relue = await _r.RelireAsync(lens.Id);
        Assert.Equal(("03 21 00 00 00", 812), (relue.Telephone, relue.EffectifDe(2026)?.Agents));

        var encore = await PreparerAsync(fichier);
        Assert.Equal(0, encore.LignesAEcrire);
        Assert.IsType<Domain.Collectivites.Regles.ImportQuiChangeQuelqueChose>(Assert.Single(encore.PeutToutImporter.Obstacles));
    }

    [Fact]
    public async Task L_export_se_reimporte_tel_quel_sans_rien_changer()
    {
        var cc = await _r.SemerAsync(
            new IdentiteDeCollectivite
            {
                Nom = "CC du Ternois",
                Categorie = CategorieDeCollectivite.CommunauteDeCommunes,
                Siren = Siren.Parse(ReferentielDEssai.SirenFictif(9)),
            }
        );
        await _r.SemerAsync(
            ReferentielDEssai.Commune("Lens", SirenDeLens) with
            {
                Siret = Siret.Parse(ReferentielDEssai.SiretDe(SirenDeLens)),
                CodeInsee = CodeInsee.Parse("62498"),
                Siege = new Adresse("17 bis place Jean-Jaurès", "=SOMME(A1)", "62300", "Lens"),
                Courriel = "mairie@lens.example",
                Chorus = new ParametresChorus(true, false, "0012"),
                Notes = "Ligne 1\nLigne 2",
            },
            c =>
            {
                c.Rattacher(cc.Id, cc.Categorie, cc.Nom);
                c.DeclarerEffectif(new DeclarationDEffectif(2025, 800, "Agents permanents", "Mairie", new DateOnly(2025, 1, 20)));
                c.RenseignerPopulation(new DeclarationDePopulation(2026, 33_000, 32_600, "INSEE"));
            }
        );
        await _r.SemerAsync(
            new IdentiteDeCollectivite { Nom = "Amicale sans numéro", Categorie = CategorieDeCollectivite.Association }
        );

        var export = await _r.Exporter.ExecuterAsync(Agents.Lecture, new Demande());
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
        await _r.SemerAsync(ReferentielDEssai.Commune("Lens", SirenDeLens));
        await _r.SemerAsync(ReferentielDEssai.Commune("Liévin", SirenDeLievin));

        using var classeur = new XLWorkbook(
            new MemoryStream(await _r.Exporter.ExecuterAsync(Agents.Lecture, new Demande(Recherche: "lievin")))
        );

        Assert.Equal(2, classeur.Worksheet("Collectivités").RowsUsed().Count());
        Assert.Contains(classeur.Worksheet("Collectivités").CellsUsed(), c => c.GetString() == "Liévin");
    }

    [Fact]
    public async Task Toutes_les_erreurs_de_toutes_les_lignes_sont_dites_avec_leur_place()
    {
        await _r.SemerAsync(
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
            _r.Appliquer.ExecuterAsync(Agents.Gestionnaire, import.Id, import.Version, true)
        );
        Assert.Equal(0, await _r.CompterAsync());

        var bilan = await _r.Appliquer.ExecuterAsync(Agents.Gestionnaire, import.Id, import.Version, toutOuRien: false);

        Assert.Equal((1, 1), (bilan.Creees, bilan.Refusees));
        using var refus = new XLWorkbook(new MemoryStream((await _r.Imports.RefusAsync(Agents.Gestionnaire, import.Id))!));
        var feuille = refus.Worksheet("Collectivités");
        Assert.Equal(["SIREN", "Nom", "Catégorie", "Motif"], feuille.Row(1).CellsUsed().Select(c => c.GetString()));
        Assert.Equal("Fausse", feuille.Cell(2, 2).GetString());
        Assert.Contains("colonne A", feuille.Cell(2, 4).GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_fiche_changee_depuis_l_apercu_n_est_pas_ecrasee()
    {
        var lens = await _r.SemerAsync(ReferentielDEssai.Commune("Lens", SirenDeLens));
        var import = await PreparerAsync(Classeur(["SIREN", "Téléphone"], [SirenDeLens, "03 21 00 00 00"]));
        await _r.Tenir.DeclarerEffectifAsync(Agents.Gestionnaire, lens.Id, 1, new DeclarationDEffectif(2026, 5));

        var refus = await Assert.ThrowsAsync<RefusException>(() =>
            _r.Appliquer.ExecuterAsync(Agents.Gestionnaire, import.Id, import.Version, toutOuRien: true)
        );

        Assert.Contains("Ligne 2 : La fiche a changé depuis l'aperçu", refus.Message, StringComparison.Ordinal);
        Assert.Null((await _r.RelireAsync(lens.Id)).Telephone);
        Assert.Equal(EtatDImport.Prepare, (await LireAsync(import.Id)).Etat);
    }

    [Fact]
    public async Task Deux_agents_n_appliquent_pas_le_meme_import()
    {
        var import = await PreparerAsync(Classeur(["SIREN", "Nom", "Catégorie"], [SirenDeLens, "Lens", "Commune"]));
        await _r.Appliquer.ExecuterAsync(Agents.Gestionnaire, import.Id, import.Version, toutOuRien: true);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            _r.Appliquer.ExecuterAsync(Agents.Gestionnaire, import.Id, import.Version, toutOuRien: true)
        );
        Assert.Equal(1, await _r.CompterAsync());
    }

    [Fact]
    public async Task Un_SIRET_complete_la_fiche_de_meme_SIREN_qui_n_en_avait_pas()
    {
        var lens = await _r.SemerAsync(ReferentielDEssai.Commune("Lens", SirenDeLens));
        var siret = ReferentielDEssai.SiretDe(SirenDeLens);

        await ImporterAsync(Classeur(["SIRET"], [siret]));

        Assert.Equal(1, await _r.CompterAsync());
        Assert.Equal(siret, (await _r.RelireAsync(lens.Id)).Siret?.Valeur);
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

        await using var contexte = await _r.Fabrique.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var lens = await contexte.Collectivites.SingleAsync(c => c.Nom == "Lens", TestContext.Current.CancellationToken);
        Assert.Equal(
            lens.Id,
            (await contexte.Collectivites.SingleAsync(c => c.Nom == "CCAS de Lens", TestContext.Current.CancellationToken)).Parent
        );
    }

    [Fact]
    public async Task L_annulation_rend_les_valeurs_d_avant_et_retire_les_creations()
    {
        var lens = await _r.SemerAsync(
            ReferentielDEssai.Commune("Lens", SirenDeLens) with
            {
                Telephone = "03 21 69 86 86",
            },
            c => c.DeclarerEffectif(new DeclarationDEffectif(2026, 800, Source: "Mairie"))
        );
        var import = await ImporterAsync(
            Classeur(
                ["SIREN", "Nom", "Catégorie", "Téléphone", "Année de l'effectif", "Agents", "SIREN de rattachement"],
                [SirenDeLens, "Lens", "Commune", null, 2026, 812, null],
                [SirenDeLievin, "CCAS de Lens", "CCAS", "03 21 00 00 00", 2026, 40, SirenDeLens]
            )
        );
        Assert.Null((await _r.RelireAsync(lens.Id)).Telephone);

        _r.Heure.Instant += TimeSpan.FromHours(24);
        var applique = await LireAsync(import.Id);
        var bilan = await _r.Annuler.ExecuterAsync(Agents.Gestionnaire, import.Id, applique.Version);

        Assert.Equal((2, 0), (bilan.Defaites, bilan.Gardees));
        var relue = await _r.RelireAsync(lens.Id);
        Assert.Equal(
            ("03 21 69 86 86", 800, "Mairie"),
            (relue.Telephone, relue.EffectifDe(2026)?.Agents, relue.EffectifDe(2026)?.Source)
        );
        Assert.Equal(1, await _r.CompterAsync());
    }

    [Fact]
    public async Task Passe_vingt_quatre_heures_un_import_ne_s_annule_plus()
    {
        var import = await ImporterAsync(Classeur(["SIREN", "Nom", "Catégorie"], [SirenDeLens, "Lens", "Commune"]));
        _r.Heure.Instant += TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1);
        var applique = await LireAsync(import.Id);

        Assert.False(applique.PeutAnnuler.EstFavorable);
        await Assert.ThrowsAsync<RegleMetierException>(() =>
            _r.Annuler.ExecuterAsync(Agents.Gestionnaire, import.Id, applique.Version)
        );
        Assert.Equal(1, await _r.CompterAsync());
    }

    [Fact]
    public async Task L_annulation_laisse_ce_qui_a_change_depuis_et_ce_qui_sert_deja()
    {
        var lens = await _r.SemerAsync(ReferentielDEssai.Commune("Lens", SirenDeLens));
        var import = await ImporterAsync(
            Classeur(
                ["SIREN", "Nom", "Catégorie", "Téléphone"],
                [SirenDeLens, "Lens", "Commune", "03 21 00 00 00"],
                [SirenDeLievin, "Liévin", "Commune", null]
            )
        );
        await _r.Tenir.DeclarerEffectifAsync(
            Agents.Gestionnaire,
            lens.Id,
            (await _r.RelireAsync(lens.Id)).Version,
            new DeclarationDEffectif(2026, 5)
        );
        await using (var contexte = await _r.Fabrique.CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            var lievin = await contexte.Collectivites.SingleAsync(c => c.Nom == "Liévin", TestContext.Current.CancellationToken);
            contexte.Rattachements.Add(
                new Rattachement(Guid.CreateVersion7(), lievin.Id, RoleDeMembre.Referent, false, Horloges.Jour)
            );
            await contexte.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var bilan = await _r.Annuler.ExecuterAsync(Agents.Gestionnaire, import.Id, (await LireAsync(import.Id)).Version);

        Assert.Equal((0, 2), (bilan.Defaites, bilan.Gardees));
        Assert.Equal("03 21 00 00 00", (await _r.RelireAsync(lens.Id)).Telephone);
        Assert.Equal(2, await _r.CompterAsync());
        Assert.All(await LignesAsync(await LireAsync(import.Id)), l => Assert.Equal(SortDeLigne.Gardee, l.Sort));
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

        await using var contexte = await _r.Fabrique.CreateDbContextAsync(TestContext.Current.CancellationToken);
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
        await using var contexte = await _r.Fabrique.CreateDbContextAsync(TestContext.Current.CancellationToken);
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

        await _r.Appliquer.ExecuterAsync(Agents.Gestionnaire, import.Id, import.Version, toutOuRien: true);

        Assert.True(chrono.Elapsed < TimeSpan.FromSeconds(20), $"{chrono.ElapsedMilliseconds} ms");
        Assert.Equal(2000, await _r.CompterAsync());
    }

    [Fact]
    public async Task Qui_ne_gere_pas_les_collectivites_n_importe_ni_ne_lit_les_imports()
    {
        var import = await PreparerAsync(Classeur(["SIREN", "Nom", "Catégorie"], [SirenDeLens, "Lens", "Commune"]));
        foreach (var acteur in (Acteur[])[Agents.Lecture, Agents.Finances, Agents.Membre(CollectiviteId.Nouveau())])
        {
            await Assert.ThrowsAsync<DroitManquantException>(() =>
                _r.Preparer.ExecuterAsync(acteur, new MemoryStream(), "a.csv")
            );
            await Assert.ThrowsAsync<DroitManquantException>(() =>
                _r.Appliquer.ExecuterAsync(acteur, import.Id, import.Version, true)
            );
            await Assert.ThrowsAsync<DroitManquantException>(() => _r.Annuler.ExecuterAsync(acteur, import.Id, import.Version));
            await Assert.ThrowsAsync<DroitManquantException>(() => _r.Imports.LignesAsync(acteur, import.Id, new Demande()));
            await Assert.ThrowsAsync<DroitManquantException>(() => _r.Imports.RefusAsync(acteur, import.Id));
        }
    }

    private async Task<ImportMontre> PreparerAsync(byte[] fichier, string nom = "collectivites.xlsx")
    {
        using var flux = new MemoryStream(fichier);
        return await LireAsync(await _r.Preparer.ExecuterAsync(Agents.Gestionnaire, flux, nom));
    }

    private async Task<ImportMontre> ImporterAsync(byte[] fichier, string nom = "collectivites.xlsx")
    {
        var import = await PreparerAsync(fichier, nom);
        Assert.Equal(0, import.LignesEnErreur);
        await _r.Appliquer.ExecuterAsync(Agents.Gestionnaire, import.Id, import.Version, toutOuRien: true);
        return import;
    }

    private async Task<ImportMontre> LireAsync(ImportDeCollectivitesId id) =>
        (await _r.Imports.ExecuterAsync(Agents.Gestionnaire, id))!;

    private async Task<IReadOnlyList<LigneMontree>> LignesAsync(ImportMontre import) =>
        (await _r.Imports.LignesAsync(Agents.Gestionnaire, import.Id, new Demande(Taille: 200))).Elements;

    private static byte[] Classeur(string[] entetes, params object?[][] lignes)
    {
        using var classeur = new XLWorkbook();
        var feuille = classeur.AddWorksheet("Collectivités");
        for (var c = 0; c < entetes.Length; c++)
        {
            feuille.Cell(1, c + 1).SetValue(entetes[c]);
        }

        for (var l = 0; l < lignes.Length; l++)
        {
            for (var c = 0; c < lignes[l].Length; c++)
            {
                var cellule = feuille.Cell(l + 2, c + 1);
                _ = lignes[l][c] switch
                {
                    string texte => cellule.SetValue(texte),
                    int nombre => cellule.SetValue(nombre),
                    DateTime date => cellule.SetValue(date),
                    _ => cellule,
                };
            }
        }

        using var flux = new MemoryStream();
        classeur.SaveAs(flux);
        return flux.ToArray();
    }
}
