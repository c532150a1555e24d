using CdgMarches.App.Socle.Tableur;
using CdgMarches.App.Socle.Tableur.Lecture;
using static CdgMarches.Tests.Socle.Tableur.FichiersDEssai;

namespace CdgMarches.Tests.Socle.Tableur;

public sealed class LectureDeClasseurTests
{
    private const string StylesDeDates =
        "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"[$-40C]d\\ mmmm\\ yyyy;@\"/><numFmt numFmtId=\"165\" formatCode=\"[Red]0.00&quot; jour&quot;\"/></numFmts>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"14\"/></cellStyleXfs>"
        + "<cellXfs count=\"5\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"20\"/></cellXfs>";

    [Fact]
    public void Chaque_type_de_cellule_est_lu_avec_son_numero_de_ligne_excel_et_sa_lettre()
    {
        var lu = Lire(
            AvecClosedXml(f =>
            {
                f.Cell("A1").SetValue("Code");
                f.Cell("B3").SetValue(1234.5);
                f.Cell("C3").SetValue(new DateTime(2026, 3, 16));
                f.Cell("D3").SetValue(true);
                f.Cell("F3").FormulaA1 = "B3*2";
                f.Cell("AB7").SetValue("loin");
            })
        );

        var feuille = Assert.Single(lu.Feuilles);
        Assert.Equal(FormatDeTableur.Xlsx, lu.Format);
        Assert.Equal([1, 3, 7], feuille.Lignes.Select(l => l.Numero));
        var ligne = feuille.Lignes[1];
        Assert.Equal((TypeDeCellule.Nombre, 1234.5m, "1234,5"), (ligne[2].Type, ligne[2].Nombre!.Value, ligne[2].Texte));
        Assert.Equal((TypeDeCellule.Date, "16/03/2026"), (ligne[3].Type, ligne[3].Texte));
        Assert.Equal((TypeDeCellule.Booleen, "VRAI"), (ligne[4].Type, ligne[4].Texte));
        Assert.True(ligne[5].EstVide);
        Assert.Equal((true, 2469m), (ligne[6].EstFormule, ligne[6].Nombre!.Value));
        Assert.Equal("AB", Assert.Single(feuille.Lignes[2].Cellules).Lettre);
    }

    [Fact]
    public void Un_classeur_facon_libreoffice_est_lu_chaines_en_ligne_prononciation_et_texte_enrichi_compris()
    {
        var lu = Lire(
            Xlsx(
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Désignation</t></is></c><c r=\"B1\" t=\"s\"><v>0</v></c></row>"
                    + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t xml:space=\"preserve\">Gants </t></r><r><t>nitrile</t></r><rPh sb=\"0\" eb=\"1\"><t>PRONONCE</t></rPh></is></c>"
                    + "<c r=\"B2\" s=\"2\"><v>46097</v></c><c r=\"C2\" s=\"3\"><v>12</v></c><c r=\"D2\" t=\"e\"><f>1/0</f><v>#N/A</v></c><c r=\"E2\" t=\"str\"><f aca=\"false\">A2</f><v>texte_x000D_</v></c></row>"
                    + "<row r=\"1048576\" hidden=\"1\"><c r=\"A1048576\" s=\"1\"/></row>",
                StylesDeDates,
                "<si><t>Fin du marché</t></si>"
            )
        );

        var lignes = lu.Feuilles[0].Lignes;
        Assert.Equal([1, 2], lignes.Select(l => l.Numero));
        Assert.Equal("Fin du marché", lignes[0][2].Texte);
        Assert.Equal("Gants nitrile", lignes[1][1].Texte);
        Assert.Equal(new DateTime(2026, 3, 16), lignes[1][2].Date);
        Assert.Equal(12m, lignes[1][3].Nombre);
        Assert.Equal((TypeDeCellule.Erreur, "#N/A", true), (lignes[1][4].Type, lignes[1][4].Texte, lignes[1][4].EstFormule));
        Assert.Equal(("texte\r", true), (lignes[1][5].Texte, lignes[1][5].EstFormule));
    }

    [Fact]
    public void Les_cellules_sans_adresse_se_suivent()
    {
        var lu = Lire(Xlsx("<row><c><v>1</v></c><c><v>2</v></c></row><row><c t=\"b\"><v>0</v></c></row>"));

        Assert.Equal([(1, 2), (2, 1)], lu.Feuilles[0].Lignes.Select(l => (l.Numero, l.Cellules.Count)));
        Assert.Equal("B", lu.Feuilles[0].Lignes[0].Cellules[1].Lettre);
    }

    [Theory]
    [InlineData("1", "1900-01-01")]
    [InlineData("59", "1900-02-28")]
    [InlineData("61", "1900-03-01")]
    [InlineData("46097", "2026-03-16")]
    [InlineData("46097.604166666664", "2026-03-16T14:30:00")]
    [InlineData("2958465", "9999-12-31")]
    public void Les_numeros_de_serie_sont_des_jours_malgre_le_29_fevrier_1900_d_excel(string serie, string attendu)
    {
        var cellule = Lire(Xlsx($"<row r=\"1\"><c r=\"A1\" s=\"1\"><v>{serie}</v></c></row>", StylesDeDates)).Feuilles[0].Lignes[
            0
        ][1];

        Assert.Equal(DateTime.Parse(attendu, System.Globalization.CultureInfo.InvariantCulture), cellule.Date);
    }

    [Fact]
    public void Le_29_fevrier_1900_est_une_erreur_et_une_heure_seule_un_nombre()
    {
        var ligne = Lire(
            Xlsx(
                "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>60</v></c><c r=\"B1\" s=\"4\"><v>0.5</v></c><c r=\"C1\" s=\"1\"><v>-5</v></c></row>",
                StylesDeDates
            )
        )
            .Feuilles[0]
            .Lignes[0];

        Assert.Equal((TypeDeCellule.Erreur, "29/02/1900"), (ligne[1].Type, ligne[1].Texte));
        Assert.Equal(0.5m, ligne[2].Nombre);
        Assert.Equal(-5m, ligne[3].Nombre);
    }

    [Fact]
    public void Un_classeur_de_mac_compte_depuis_1904()
    {
        var cellule = Lire(
            Xlsx(
                "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44635</v></c></row>",
                StylesDeDates,
                proprietes: "<workbookPr date1904=\"1\"/>"
            )
        )
            .Feuilles[0]
            .Lignes[0][1];

        Assert.Equal(new DateTime(2026, 3, 16), cellule.Date);
    }

    [Theory]
    [InlineData("0.30000000000000004", "0,3")]
    [InlineData("2.0001234500018E+13", "20001234500018")]
    [InlineData("20001234500018", "20001234500018")]
    [InlineData("-1.5", "-1,5")]
    [InlineData("1E-7", "0,0000001")]
    public void Un_nombre_est_lu_aux_quinze_chiffres_d_excel(string brut, string attendu) =>
        Assert.Equal(attendu, Lire(Xlsx($"<row r=\"1\"><c r=\"A1\"><v>{brut}</v></c></row>")).Feuilles[0].Lignes[0][1].Texte);

    [Theory]
    [InlineData("dd/mm/yyyy", true)]
    [InlineData("[$-40C]d mmmm yyyy;@", true)]
    [InlineData("mmm-yy", true)]
    [InlineData("General", false)]
    [InlineData("Standard", false)]
    [InlineData("#,##0.00\\ \"€ / jour\"", false)]
    [InlineData("[Red]0.00", false)]
    [InlineData("_-* #,##0.00\\ _d_-", false)]
    [InlineData("[h]:mm:ss", false)]
    [InlineData("h:mm AM/PM", false)]
    [InlineData("0;\"dd\";d", false)]
    public void Un_format_de_date_se_reconnait_hors_textes_et_couleurs(string format, bool attendu) =>
        Assert.Equal(attendu, StylesXlsx.MontreUnJour(format));

    [Fact]
    public void Les_feuilles_masquees_ne_sont_pas_lues_sauf_meta()
    {
        using var classeur = new ClosedXML.Excel.XLWorkbook();
        classeur.AddWorksheet("Visible").Cell(1, 1).SetValue("a");
        var cachee = classeur.AddWorksheet("Cachée");
        cachee.Cell(1, 1).SetValue("b");
        cachee.Hide();
        var meta = classeur.AddWorksheet("_meta");
        meta.Cell(1, 1).SetValue("version");
        meta.Cell(1, 2).SetValue("7");
        meta.Visibility = ClosedXML.Excel.XLWorksheetVisibility.VeryHidden;
        using var flux = new MemoryStream();
        classeur.SaveAs(flux);

        var lu = Lire(flux.ToArray());

        Assert.Equal("Visible", Assert.Single(lu.Feuilles).Nom);
        Assert.Equal("7", lu.Meta["version"]);
    }

    [Fact]
    public void L_empreinte_est_le_sha256_du_fichier_et_le_flux_reste_ouvert()
    {
        var octets = Xlsx("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
        using var flux = new MemoryStream(octets);

        var lu = LecteurDeTableur.Lire(flux, "a.xlsx");

        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(octets)), lu.Empreinte);
        Assert.True(flux.CanRead);
    }

    [Fact]
    public void Le_contenu_prime_sur_l_extension()
    {
        Assert.Equal(FormatDeTableur.Xlsx, Lire(Xlsx("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"), "liste.csv").Format);
        Assert.Equal(FormatDeTableur.Csv, Lire("a;b"u8.ToArray(), "liste.xlsx").Format);
    }
}
