using System.Globalization;
using CdgMarches.App.Socle.Tableur;
using ClosedXML.Excel;
using static CdgMarches.Tests.Socle.Tableur.FichiersDEssai;

namespace CdgMarches.Tests.Socle.Tableur;

public sealed class EcritureDeClasseurTests
{
    private static readonly DateOnly Jour = new(2026, 3, 16);

    [Theory]
    [InlineData("=HYPERLINK(\"http://exemple.test\",\"cliquez\")")]
    [InlineData("+33 3 21 00 00 00")]
    [InlineData("-2 gants")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("\n=1+1")]
    public void Un_texte_qui_ressemble_a_une_formule_reste_un_texte(string texte)
    {
        var octets = Ecrire(ColonneExcel.Texte("Désignation"), f => f.Texte(texte));

        using var classeur = new XLWorkbook(new MemoryStream(octets));
        var cellule = classeur.Worksheet("Besoins").Cell(2, 1);
        Assert.False(cellule.HasFormula);
        Assert.Equal(XLDataType.Text, cellule.DataType);
        Assert.True(cellule.Style.IncludeQuotePrefix);
        Assert.DoesNotContain("<x:f>", Partie(octets, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
        var lue = Lire(octets).Feuilles[0].Lignes[1][1];
        Assert.Equal(TypeDeCellule.Texte, lue.Type);
        Assert.False(lue.EstFormule);
        Assert.Equal(texte.ReplaceLineEndings("\n"), lue.Texte.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("00123")]
    [InlineData("62041")]
    [InlineData("TRUE")]
    [InlineData("1/2")]
    [InlineData("3.5")]
    [InlineData("'déjà une apostrophe")]
    [InlineData("<balise> & \"guillemets\"")]
    [InlineData("_x0041_ littéral")]
    [InlineData("Œuvre — Saint-Étienne-au-Mont 🚒")]
    public void Un_texte_revient_tel_quel(string texte)
    {
        var octets = Ecrire(ColonneExcel.Texte("Désignation"), f => f.Texte(texte));

        Assert.Equal(texte, Lire(octets).Feuilles[0].Lignes[1][1].Texte);
    }

    [Fact]
    public void Un_texte_reste_un_texte_meme_hors_d_une_colonne_de_texte()
    {
        using var source = ClasseurExcel.Creer();
        source.Feuille("Besoins").Titre("=1+1").Entetes(ColonneExcel.Quantite("00123")).Ligne().Texte("00456");
        var lignes = Lire(source.Enregistrer()).Feuilles[0].Lignes;

        Assert.Equal(["=1+1", "00123", "00456"], lignes.Select(l => l[1].Texte));
        Assert.All(lignes, l => Assert.Equal((TypeDeCellule.Texte, false), (l[1].Type, l[1].EstFormule)));
    }

    [Fact]
    public void Un_texte_ordinaire_ne_porte_pas_d_apostrophe()
    {
        using var classeur = new XLWorkbook(new MemoryStream(Ecrire(ColonneExcel.Texte("Désignation"), f => f.Texte("Gants"))));

        Assert.False(classeur.Worksheet("Besoins").Cell(2, 1).Style.IncludeQuotePrefix);
    }

    [Fact]
    public void Les_caracteres_interdits_en_xml_et_les_textes_demesures_n_empechent_pas_d_enregistrer()
    {
        var octets = Ecrire(
            ColonneExcel.Texte("Désignation"),
            f => f.Texte("a\u0000b\u0007c\ud800d\uffffe" + new string('x', 40_000))
        );

        var texte = Lire(octets).Feuilles[0].Lignes[1][1].Texte;
        Assert.StartsWith("abcdexxx", texte, StringComparison.Ordinal);
        Assert.Equal(32_767, texte.Length);
    }

    [Fact]
    public void Chaque_genre_a_son_type_et_son_format()
    {
        using var source = ClasseurExcel.Creer();
        source
            .Feuille("Besoins")
            .Entetes(
                ColonneExcel.Texte("Code"),
                ColonneExcel.Entier("Nombre"),
                ColonneExcel.Annee("Exercice"),
                ColonneExcel.Quantite("Quantité"),
                ColonneExcel.Quantite("Estimé") with
                {
                    Saisie = true,
                },
                ColonneExcel.Montant("Montant HT (€)"),
                ColonneExcel.Pourcentage("Taux"),
                ColonneExcel.Date("Échéance")
            )
            .Ligne()
            .Texte("00123")
            .Entier(1234)
            .Entier(2026)
            .Quantite(1_500)
            .Quantite(2_000)
            .Montant(123_456)
            .Pourcentage(0.125m)
            .Date(Jour);
        using var classeur = new XLWorkbook(new MemoryStream(source.Enregistrer()));
        var ligne = classeur.Worksheet("Besoins").Row(2);

        Assert.Equal("00123", ligne.Cell(1).Value);
        Assert.Equal(1234d, ligne.Cell(2).Value);
        Assert.Equal("0", ligne.Cell(3).Style.NumberFormat.Format);
        Assert.Equal(1.5d, ligne.Cell(4).Value);
        Assert.Equal("#,##0.0##", ligne.Cell(4).Style.NumberFormat.Format);
        Assert.Equal(0, ligne.Cell(5).Style.NumberFormat.NumberFormatId);
        Assert.Equal(1234.56d, ligne.Cell(6).Value);
        Assert.Equal("#,##0.00", FormatDe(ligne.Cell(6)));
        Assert.Equal("0.0%", ligne.Cell(7).Style.NumberFormat.Format);
        Assert.Equal(new DateTime(2026, 3, 16), ligne.Cell(8).Value);
        Assert.Equal("dd/mm/yyyy", ligne.Cell(8).Style.NumberFormat.Format);

        static string FormatDe(IXLCell c) => c.Style.NumberFormat.NumberFormatId == 4 ? "#,##0.00" : c.Style.NumberFormat.Format;
    }

    [Fact]
    public void Les_totaux_sont_des_formules_enregistrees_avec_leur_valeur_meme_en_culture_francaise()
    {
        var avant = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
        try
        {
            using var classeur = ClasseurExcel.Creer();
            var feuille = classeur
                .Feuille("Lot 1")
                .Entetes(ColonneExcel.Texte("Membre"), ColonneExcel.Quantite("Quantité"), ColonneExcel.Montant("Montant HT (€)"));
            feuille.Ligne().Texte("Arras").Quantite(1_500).Montant(10_050);
            feuille.Ligne().Texte("Béthune").Quantite(2_000).Montant(20_025);
            feuille.Total();
            classeur
                .Feuille("Synthèse")
                .Entetes(ColonneExcel.Texte("Lot"), ColonneExcel.Montant("Montant"))
                .Ligne()
                .Texte("Lot 1")
                .Formule(feuille.Adresse(4, 3));
            var octets = classeur.Enregistrer();

            Assert.Matches(@"<x:f>SUM\(C2:C3\)</x:f>\s*<x:v>300\.75</x:v>", Partie(octets, "xl/worksheets/sheet1.xml"));
            var lu = Lire(octets);
            var total = lu.Feuilles[0].Lignes[^1];
            Assert.Equal("Total", total[1].Texte);
            Assert.True(total[2].EstFormule);
            Assert.Equal(3.5m, total[2].Nombre);
            Assert.Equal(300.75m, total[3].Nombre);
            Assert.Equal(300.75m, lu.Feuilles[1].Lignes[1][2].Nombre);
        }
        finally
        {
            CultureInfo.CurrentCulture = avant;
        }
    }

    [Fact]
    public void Une_feuille_sans_ligne_totalise_zero()
    {
        using var classeur = ClasseurExcel.Creer();
        classeur.Feuille("Lot 1").Entetes(ColonneExcel.Texte("Membre"), ColonneExcel.Montant("Montant HT (€)")).Total();

        Assert.Equal(0m, Lire(classeur.Enregistrer()).Feuilles[0].Lignes[1][2].Nombre);
    }

    [Fact]
    public void L_entete_est_gras_fige_filtre_et_les_largeurs_suivent_le_contenu_sans_exces()
    {
        using var source = ClasseurExcel.Creer();
        var feuille = source
            .Feuille("Besoins")
            .Titre("Recensement 2027")
            .Entetes(1, ColonneExcel.Texte("Code"), ColonneExcel.Texte("Désignation"), ColonneExcel.Montant("Montant"));
        feuille.Ligne().Texte("A").Texte(new string('x', 300)).Montant(123_456_789_00);
        feuille.Ligne().Texte("B").Texte("court").Montant(0);
        feuille.Total();
        using var classeur = new XLWorkbook(new MemoryStream(source.Enregistrer()));
        var lue = classeur.Worksheet("Besoins");

        Assert.True(lue.Cell(2, 1).Style.Font.Bold);
        Assert.False(lue.Cell(3, 1).Style.Font.Bold);
        Assert.Equal(2, lue.SheetView.SplitRow);
        Assert.Equal(1, lue.SheetView.SplitColumn);
        Assert.Equal("A2:C4", lue.AutoFilter.Range.RangeAddress.ToString());
        Assert.Equal(9, lue.Column(1).Width, 0.8);
        Assert.Equal(60, lue.Column(2).Width, 0.8);
        Assert.InRange(lue.Column(3).Width, "123 456 789,00".Length, 22);
    }

    [Fact]
    public void Une_feuille_protegee_ne_laisse_modifier_que_les_cellules_de_saisie()
    {
        using var source = ClasseurExcel.Creer();
        source
            .Feuille("Besoins")
            .Entetes(ColonneExcel.Texte("Code"), ColonneExcel.Quantite("Minimum") with { Saisie = true })
            .Ligne()
            .Texte("A")
            .Vide()
            .Proteger();
        using var classeur = new XLWorkbook(new MemoryStream(source.Enregistrer()));
        var lue = classeur.Worksheet("Besoins");

        Assert.True(lue.Protection.IsProtected);
        Assert.True(lue.Cell(1, 2).Style.Protection.Locked);
        Assert.True(lue.Cell(2, 1).Style.Protection.Locked);
        Assert.False(lue.Cell(2, 2).Style.Protection.Locked);
        Assert.True(lue.Cell(3, 2).Style.Protection.Locked);
    }

    [Fact]
    public void Une_liste_deroulante_admet_des_libelles_longs_et_des_virgules()
    {
        string[] choix = ["Fournitures, services", .. Enumerable.Range(1, 40).Select(i => $"Valeur numéro {i}")];
        using var source = ClasseurExcel.Creer();
        source.Feuille("Besoins").Entetes(ColonneExcel.Texte("Nature") with { Choix = choix }).Ligne().Texte(choix[0]);
        using var classeur = new XLWorkbook(new MemoryStream(source.Enregistrer()));

        var regle = Assert.Single(classeur.Worksheet("Besoins").DataValidations);
        Assert.Equal(XLAllowedValues.List, regle.AllowedValues);
        Assert.Contains("_listes", regle.Value, StringComparison.Ordinal);
        Assert.Equal(XLWorksheetVisibility.Hidden, classeur.Worksheet("_listes").Visibility);
        Assert.Equal(choix[0], classeur.Worksheet("_listes").Cell(1, 1).GetString());
        Assert.Equal(41, classeur.Worksheet("_listes").LastRowUsed().RowNumber());
    }

    [Fact]
    public void Excel_verifie_a_la_frappe_les_nombres_et_les_dates_a_saisir()
    {
        using var source = ClasseurExcel.Creer();
        source
            .Feuille("Besoins")
            .Entetes(
                ColonneExcel.Quantite("Minimum") with
                {
                    Saisie = true,
                },
                ColonneExcel.Date("Fin") with
                {
                    Saisie = true,
                },
                ColonneExcel.Montant("Total")
            )
            .Ligne()
            .Proteger();
        using var classeur = new XLWorkbook(new MemoryStream(source.Enregistrer()));

        var regles = classeur.Worksheet("Besoins").DataValidations.ToDictionary(r => r.Ranges.Single().RangeAddress.ToString()!);
        Assert.Equal(["A2:A2", "B2:B2"], regles.Keys.Order());
        Assert.Equal((XLAllowedValues.Decimal, "0"), (regles["A2:A2"].AllowedValues, regles["A2:A2"].MinValue));
        Assert.Equal((XLAllowedValues.Date, "367"), (regles["B2:B2"].AllowedValues, regles["B2:B2"].MinValue));
    }

    [Fact]
    public void La_feuille_meta_est_masquee_et_revient_a_la_lecture_la_feuille_lisez_moi_ouvre_le_classeur()
    {
        using var source = ClasseurExcel.Creer();
        source.Feuille("Besoins").Entetes(ColonneExcel.Texte("Code")).Ligne().Texte("A");
        source.LisezMoi("Recensement 2027", "Commune d'Arras", Jour, "=Une consigne", "Une autre");
        source.Meta(new Dictionary<string, string> { ["campagne"] = "0001", ["version"] = "3" });
        var octets = source.Enregistrer();

        var lu = Lire(octets);
        Assert.Equal(["Lisez-moi", "Besoins"], lu.Feuilles.Select(f => f.Nom));
        Assert.Equal("0001", lu.Meta["campagne"]);
        Assert.Equal("3", lu.Meta["version"]);
        Assert.Equal(new DateTime(2026, 3, 16), lu.Feuilles[0].Lignes.Single(l => l.Numero == 4)[2].Date);
        using var classeur = new XLWorkbook(new MemoryStream(octets));
        Assert.Equal(XLWorksheetVisibility.Hidden, classeur.Worksheet("_meta").Visibility);
        Assert.True(classeur.Worksheet("Besoins").TabActive);
    }

    [Fact]
    public void Ecrire_plus_de_valeurs_que_de_colonnes_est_refuse()
    {
        using var classeur = ClasseurExcel.Creer();
        var feuille = classeur.Feuille("Besoins").Entetes(ColonneExcel.Texte("Code")).Ligne().Texte("A");

        Assert.Throws<InvalidOperationException>(() => feuille.Texte("B"));
    }

    private static byte[] Ecrire(ColonneExcel colonne, Action<FeuilleExcel> remplir)
    {
        using var classeur = ClasseurExcel.Creer();
        remplir(classeur.Feuille("Besoins").Entetes(colonne).Ligne());
        return classeur.Enregistrer();
    }
}
