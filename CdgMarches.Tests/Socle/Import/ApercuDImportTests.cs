using System.Text;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Noyau;
using static CdgMarches.Tests.Socle.Import.ImportDEssai;
using static CdgMarches.Tests.Socle.Tableur.FichiersDEssai;

namespace CdgMarches.Tests.Socle.Import;

public sealed class ApercuDImportTests
{
    [Fact]
    public void Chaque_ligne_dit_ce_qu_elle_change()
    {
        var apercu = Apercu(
            Csv(
                "Code;Désignation;Nature;Minimum;Prix HT (€);Fin du marché;Actif",
                "01001;Gants  nitrile;fournitures;1,5;12.50;31/12/2027;oui",
                "01002;Masque FFP2;SERVICES;1\u202f200;;;",
                "01003;Contrôle factice;Services;0;0;;",
                "09999;Nouveau;;;1 234,56 €;2026-03-16;x"
            )
        );

        Assert.Equal(
            [EtatDeLigne.Inchangee, EtatDeLigne.Modifiee, EtatDeLigne.Modifiee, EtatDeLigne.Nouvelle],
            apercu.Lignes.Select(l => l.Etat)
        );
        Assert.Equal("✓ 1 nouvelle · ↻ 2 modifiées · = 1 inchangée · ⚠ 0 avertissement · ✗ 0 erreur", apercu.Phrase);
        var modifiee = apercu.Lignes[1];
        Assert.Equal((3, "01002"), (modifiee.Numero, modifiee.Cle));
        Assert.Equal(["B", "C", "D"], modifiee.Cellules.Where(c => c.EstModifiee).Select(c => c.Lettre));
        var minimum = modifiee.Cellules.Single(c => c.Entete == "Minimum");
        Assert.Equal((null, "1\u202f200"), (minimum.Ancienne, minimum.Nouvelle));
        var actif = apercu.Lignes[2].Cellules.Single(c => c.Entete == "Actif");
        Assert.Equal((false, "Non"), (actif.EstModifiee, actif.Nouvelle));
        var nouvelle = apercu.Lignes[3].Source;
        Assert.Equal(
            (MontantHt.DEuros(1234.56m), new DateOnly(2026, 3, 16), true),
            (nouvelle.Lire(Prix), nouvelle.Lire(Fin), nouvelle.Lire(Actif))
        );
        Assert.Null(nouvelle.Lire(LaNature));
    }

    [Fact]
    public void Toutes_les_erreurs_de_toutes_les_lignes_sont_dites_avec_feuille_ligne_et_colonne()
    {
        var apercu = Apercu(
            AvecClosedXml(f =>
            {
                Entete(f, 3);
                f.Cell("A4").SetValue("01001");
                f.Cell("B4").SetValue(new string('x', 10_000));
                f.Cell("C4").SetValue("Travaux");
                f.Cell("D4").SetValue("12 cartons");
                f.Cell("E4").SetValue(-5);
                f.Cell("F4").SetValue(new DateTime(1900, 5, 5));
                f.Cell("G4").SetValue("peut-être");
                f.Cell("A6").SetValue(2.00012E+13);
                f.Cell("D6").FormulaA1 = "1/0";
                f.Cell("F6").SetValue(46097);
            })
        );

        Assert.Equal(
            [
                "Feuille Besoins, ligne 4, colonne B : le texte a 10\u202f000 caractères, la limite est de 100.",
                "Feuille Besoins, ligne 4, colonne C : « Travaux » n'est pas une valeur prévue ; choisissez « Fournitures », « Services ».",
                "Feuille Besoins, ligne 4, colonne D : « 12 cartons » n'est pas un nombre.",
                "Feuille Besoins, ligne 4, colonne E : « -5 » est négatif ; le montant attendu est positif ou nul.",
                "Feuille Besoins, ligne 4, colonne F : la date 05/05/1900 n'est pas vraisemblable ; la cellule contient sans doute un nombre affiché comme une date.",
                "Feuille Besoins, ligne 4, colonne G : « peut-être » : écrivez « Oui » ou « Non ».",
                "Feuille Besoins, ligne 6, colonne A : « 20001200000000 » n'est pas un code de 5 caractères.",
                "Feuille Besoins, ligne 6, colonne B : « Désignation » est obligatoire.",
                "Feuille Besoins, ligne 6, colonne D : la formule n'a pas de valeur enregistrée ; ouvrez le fichier dans Excel et enregistrez-le, ou écrivez la valeur.",
                "Feuille Besoins, ligne 6, colonne F : « 46097 » est un nombre et non une date ; écrivez jj/mm/aaaa.",
            ],
            apercu.Erreurs
        );
        Assert.Equal(2, apercu.Nombre(EtatDeLigne.Erreur));
        Assert.False(apercu.SansErreur);
        Assert.Equal("12 cartons", apercu.Lignes[0].Cellules.Single(c => c.Lettre == "D").Nouvelle);
    }

    [Fact]
    public void Une_formule_est_lue_par_sa_valeur_et_signalee_sans_valeur_elle_est_refusee()
    {
        var apercu = Apercu(
            AvecClosedXml(f =>
            {
                Entete(f, 1);
                f.Cell("A2").SetValue("01001");
                f.Cell("B2").FormulaA1 = "\"Gants\"&\" nitrile\"";
                f.Cell("E2").FormulaA1 = "37.5/3";
                f.Cell("A3").SetValue("01002");
                f.Cell("B3").SetValue("Masque");
                f.Cell("E3").FormulaA1 = "10/3";
            })
        );

        Assert.Equal(EtatDeLigne.Avertissement, apercu.Lignes[0].Etat);
        Assert.Equal("Gants nitrile", apercu.Lignes[0].Source.Lire(Nom));
        Assert.Equal(MontantHt.DEuros(12.5m), apercu.Lignes[0].Source.Lire(Prix));
        Assert.Contains(
            "contient une formule ; sa valeur « 12,5 » est reprise",
            apercu.Lignes[0].Messages[1],
            StringComparison.Ordinal
        );
        Assert.Equal(MontantHt.DEuros(3.33m), apercu.Lignes[1].Source.Lire(Prix));
        Assert.Contains("est arrondi à 3,33", apercu.Lignes[1].Messages[0], StringComparison.Ordinal);

        var fautives = Apercu(
            Xlsx(
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Code</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Désignation</t></is></c></row>"
                    + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>01001</t></is></c><c r=\"B2\"><f>A1</f></c></row>"
                    + "<row r=\"3\"><c r=\"A3\" t=\"e\"><v>#N/A</v></c><c r=\"B3\" t=\"inlineStr\"><is><t>Gants</t></is></c></row>"
            )
        );
        Assert.Collection(
            fautives.Erreurs,
            e =>
                Assert.StartsWith(
                    "Feuille Besoins, ligne 2, colonne B : la formule n'a pas de valeur enregistrée",
                    e,
                    StringComparison.Ordinal
                ),
            e =>
                Assert.Equal(
                    "Feuille Besoins, ligne 3, colonne A : la cellule contient l'erreur « #N/A » ; écrivez la valeur.",
                    e
                )
        );
    }

    [Fact]
    public void Les_entetes_se_reconnaissent_sans_casse_ni_accents_par_alias_et_dans_un_autre_ordre()
    {
        var apercu = Apercu(Csv("  LIBELLÉ ;code\u00a0;Couleur;Motif", "Gants nitrile;01001;bleu;une erreur passée"));

        Assert.Equal(EtatDeLigne.Inchangee, Assert.Single(apercu.Lignes).Etat);
        Assert.Equal(2, apercu.Avis.Count);
        Assert.Equal("La colonne « Couleur » (C) n'est pas reconnue : elle est ignorée.", apercu.Avis[0]);
        Assert.Contains("« Nature », « Minimum »", apercu.Avis[1], StringComparison.Ordinal);
        Assert.False(apercu.Lignes[0].Source.Comporte(Minimum));
    }

    [Fact]
    public void Une_colonne_obligatoire_absente_ou_en_double_fait_refuser_le_fichier()
    {
        var absentes = Assert.Throws<FichierRefuseException>(() => Apercu(Csv("Nature;Minimum", "Services;1")));
        Assert.Equal(MotifDeRefus.ColonnesManquantes, absentes.Motif);
        Assert.Contains("les colonnes obligatoires « Code », « Désignation »", absentes.Phrase, StringComparison.Ordinal);

        var doubles = Assert.Throws<FichierRefuseException>(() => Apercu(Csv("Code;Désignation;Article", "1;a;b")));
        Assert.Equal(MotifDeRefus.ColonneEnDouble, doubles.Motif);
        Assert.Contains("colonnes B et C", doubles.Phrase, StringComparison.Ordinal);

        var sans = Assert.Throws<FichierRefuseException>(() => Apercu(Csv("n'importe;quoi", "1;2")));
        Assert.Equal(MotifDeRefus.ColonnesManquantes, sans.Motif);
    }

    [Fact]
    public void La_feuille_se_trouve_par_son_nom_ou_par_ses_entetes()
    {
        using var classeur = new ClosedXML.Excel.XLWorkbook();
        classeur.AddWorksheet("Notes").Cell(1, 1).SetValue("rien");
        var renommee = classeur.AddWorksheet("Feuil1");
        Entete(renommee, 2);
        renommee.Cell("A3").SetValue("01001");
        renommee.Cell("B3").SetValue("Gants nitrile");
        using var flux = new MemoryStream();
        classeur.SaveAs(flux);
        Assert.Equal("Feuil1", Apercu(flux.ToArray()).Feuille);

        classeur.Worksheets.Delete("Feuil1");
        classeur.AddWorksheet("Autre").Cell(1, 1).SetValue("rien");
        using var sans = new MemoryStream();
        classeur.SaveAs(sans);
        var refus = Assert.Throws<FichierRefuseException>(() => Apercu(sans.ToArray()));
        Assert.Equal(MotifDeRefus.FeuilleAbsente, refus.Motif);
        Assert.Contains("« Notes », « Autre »", refus.Phrase, StringComparison.Ordinal);
    }

    [Fact]
    public void Une_cle_repetee_dans_le_fichier_est_refusee_a_sa_seconde_apparition()
    {
        var apercu = Apercu(Csv("Code;Désignation", "01001;Gants nitrile", "01001;Gants"));

        Assert.Equal([EtatDeLigne.Inchangee, EtatDeLigne.Erreur], apercu.Lignes.Select(l => l.Etat));
        Assert.Equal("Feuille liste, ligne 3 : « 01001 » est déjà à la ligne 2 du fichier.", Assert.Single(apercu.Erreurs));
    }

    [Fact]
    public void Les_controles_de_l_appelant_refusent_ou_avertissent()
    {
        var lecture = Plan.Lire(
            Lire(Csv("Code;Désignation;Minimum", "01001;Gants nitrile;1,5", "01003;Contrôle factice;1"), "liste.csv")
        );
        var apercu = ApercuDImport.Construire(
            lecture,
            l => l.Lire(Code),
            c => Existants.FirstOrDefault(a => a.Code == c),
            LesChamps,
            (ligne, existant) =>
            {
                if (existant?.Actif == false)
                {
                    ligne.Refuser(null, "cet article est retiré du catalogue.");
                }
                else
                {
                    ligne.Avertir(Minimum, "plus de trois fois la médiane.");
                }
            }
        );

        Assert.Equal((EtatDeLigne.Avertissement, EffetDeLigne.Aucun), (apercu.Lignes[0].Etat, apercu.Lignes[0].Effet));
        Assert.Equal("Feuille liste, ligne 2, colonne C : plus de trois fois la médiane.", apercu.Lignes[0].Messages[0]);
        Assert.Equal(EtatDeLigne.Erreur, apercu.Lignes[1].Etat);
    }

    [Fact]
    public void Un_code_perdu_par_excel_retrouve_ses_zeros_ou_est_refuse()
    {
        var siret = Colonnes.Siret("SIRET");
        var plan = new PlanDImport("Membres", siret);

        (string? Siret, string? Message) LireSiret(byte[] octets)
        {
            var apercu = ApercuDImport.Construire(plan.Lire(Lire(octets)), _ => null, _ => (Article?)null, new Champs<Article>());
            return (apercu.Lignes[0].Source.Lire(siret)?.Valeur, apercu.Lignes[0].Messages is [var message] ? message : null);
        }

        Assert.Equal(("20001234200016", null), LireSiret(Seul(20001234200016d)));
        var (complete, reserve) = LireSiret(Seul(588003400011d));
        Assert.Equal("00588003400011", complete);
        Assert.Contains("est lu 00588003400011 : Excel ôte les zéros", reserve, StringComparison.Ordinal);
        Assert.Equal(("20001234200016", null), LireSiret(Encoding.UTF8.GetBytes("SIRET;x\n200 012 342\u00a000016;1")));
        var (faux, cle) = LireSiret(Encoding.UTF8.GetBytes("SIRET;x\n20001234200017;1"));
        Assert.Null(faux);
        Assert.Contains("n'est pas un SIRET (clé de contrôle)", cle, StringComparison.Ordinal);
        var (perdu, erreur) = LireSiret(Encoding.UTF8.GetBytes("SIRET;x\n2,00012E+13;1"));
        Assert.Null(perdu);
        Assert.Contains("Excel a transformé", erreur, StringComparison.Ordinal);

        static byte[] Seul(double valeur) =>
            AvecClosedXml(f =>
            {
                f.Cell(1, 1).SetValue("SIRET");
                f.Cell(2, 1).SetValue(valeur);
            });
    }

    [Fact]
    public void Deux_colonnes_au_meme_entete_dans_un_plan_sont_une_erreur_de_programme() =>
        Assert.Throws<ArgumentException>(() => new PlanDImport("x", Colonnes.Texte("Nom", 10), Colonnes.Texte("NOM", 10)));
}
