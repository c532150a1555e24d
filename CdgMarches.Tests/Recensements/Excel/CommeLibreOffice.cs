using System.Globalization;
using System.Security;
using System.Text;
using CdgMarches.Tests.Socle.Tableur;
using ClosedXML.Excel;

namespace CdgMarches.Tests.Recensements.Excel;

/// <summary>
/// Réécrit un classeur comme LibreOffice l'enregistre : tous les textes en chaînes partagées, un style par cellule, les dates
/// en nombres stylés, des cellules vides stylées au bout des lignes, d'autres noms de parties, la feuille masquée gardée.
/// </summary>
internal static class CommeLibreOffice
{
    private const string Ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Paquet = "http://schemas.openxmlformats.org/package/2006";

    public static byte[] Reecrire(byte[] classeur)
    {
        using var ouvert = new XLWorkbook(new MemoryStream(classeur));
        List<string> chaines = [];
        List<(string, string)> parties = [];
        var feuilles = new StringBuilder();
        var liens = new StringBuilder();
        var types = new StringBuilder();
        var rang = 0;
        foreach (var feuille in ouvert.Worksheets)
        {
            rang++;
            var etat = feuille.Visibility == XLWorksheetVisibility.Visible ? "visible" : "hidden";
            feuilles.Append(
                CultureInfo.InvariantCulture,
                $"<sheet name=\"{SecurityElement.Escape(feuille.Name)}\" sheetId=\"{rang}\" state=\"{etat}\" r:id=\"rId{rang + 10}\"/>"
            );
            liens.Append(
                CultureInfo.InvariantCulture,
                $"<Relationship Id=\"rId{rang + 10}\" Type=\"{Rel}/worksheet\" Target=\"worksheets/sheet{rang}.xml\"/>"
            );
            types.Append(
                CultureInfo.InvariantCulture,
                $"<Override PartName=\"/xl/worksheets/sheet{rang}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
            );
            parties.Add(($"xl/worksheets/sheet{rang}.xml", Feuille(feuille, chaines)));
        }

        return FichiersDEssai.Zip([
            (
                "_rels/.rels",
                $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Relationships xmlns=\"{Paquet}/relationships\"><Relationship Id=\"rId1\" Type=\"{Rel}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<workbook xmlns=\"{Ns}\" xmlns:r=\"{Rel}\"><fileVersion appName=\"Calc\"/><workbookPr backupFile=\"false\" showObjects=\"all\" date1904=\"false\"/><bookViews><workbookView activeTab=\"0\"/></bookViews><sheets>{feuilles}</sheets><calcPr iterateCount=\"100\" refMode=\"A1\"/></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Relationships xmlns=\"{Paquet}/relationships\"><Relationship Id=\"rId1\" Type=\"{Rel}/styles\" Target=\"styles.xml\"/>{liens}<Relationship Id=\"rId2\" Type=\"{Rel}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
            ),
            (
                "xl/styles.xml",
                $"<styleSheet xmlns=\"{Ns}\"><numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"General\"/><numFmt numFmtId=\"165\" formatCode=\"dd/mm/yyyy\"/></numFmts><cellXfs count=\"3\"><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"49\"/></cellXfs></styleSheet>"
            ),
            .. parties,
            (
                "xl/sharedStrings.xml",
                $"<sst xmlns=\"{Ns}\" count=\"{chaines.Count}\" uniqueCount=\"{chaines.Count}\">{string.Concat(chaines.Select(c => $"<si><t xml:space=\"preserve\">{SecurityElement.Escape(c)}</t></si>"))}</sst>"
            ),
            (
                "[Content_Types].xml",
                $"<Types xmlns=\"{Paquet}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{FichiersDEssai.TypeClasseur}\"/>{types}</Types>"
            ),
        ]);
    }

    private static string Feuille(IXLWorksheet feuille, List<string> chaines)
    {
        var xml = new StringBuilder();
        xml.Append(
            CultureInfo.InvariantCulture,
            $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"{Ns}\" xmlns:r=\"{Rel}\"><sheetPr filterMode=\"false\"><pageSetUpPr fitToPage=\"false\"/></sheetPr><dimension ref=\"A1:AMJ60\"/><sheetViews><sheetView showFormulas=\"false\" workbookViewId=\"0\"/></sheetViews><sheetFormatPr defaultRowHeight=\"12.8\"/><cols><col collapsed=\"false\" customWidth=\"true\" min=\"1\" max=\"1024\" width=\"11.52\"/></cols><sheetData>"
        );
        foreach (var ligne in feuille.RowsUsed())
        {
            xml.Append(
                CultureInfo.InvariantCulture,
                $"<row r=\"{ligne.RowNumber()}\" customFormat=\"false\" ht=\"12.8\" hidden=\"false\" customHeight=\"false\" outlineLevel=\"0\" collapsed=\"false\">"
            );
            foreach (var cellule in ligne.CellsUsed())
            {
                Cellule(xml, cellule, chaines);
            }

            xml.Append(CultureInfo.InvariantCulture, $"<c r=\"AMJ{ligne.RowNumber()}\" s=\"0\"/></row>");
        }

        return xml.Append("</sheetData><sheetProtection sheet=\"true\" objects=\"true\" scenarios=\"true\"/></worksheet>")
            .ToString();
    }

    private static void Cellule(StringBuilder xml, IXLCell cellule, List<string> chaines)
    {
        var adresse = cellule.Address.ToString();
        switch (cellule.DataType)
        {
            case XLDataType.Number:
                xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{adresse}\" s=\"0\" t=\"n\"><v>{cellule.GetDouble()}</v></c>");
                break;
            case XLDataType.DateTime:
                xml.Append(
                    CultureInfo.InvariantCulture,
                    $"<c r=\"{adresse}\" s=\"1\" t=\"n\"><v>{cellule.GetDateTime().ToOADate()}</v></c>"
                );
                break;
            default:
                chaines.Add(cellule.GetString());
                xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{adresse}\" s=\"2\" t=\"s\"><v>{chaines.Count - 1}</v></c>");
                break;
        }
    }
}
