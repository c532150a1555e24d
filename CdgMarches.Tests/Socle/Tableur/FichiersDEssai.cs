using System.IO.Compression;
using System.Text;
using CdgMarches.App.Socle.Tableur;
using ClosedXML.Excel;

namespace CdgMarches.Tests.Socle.Tableur;

/// <summary>Des fichiers fabriqués octet par octet ou par une bibliothèque, comme en envoient les membres.</summary>
internal static class FichiersDEssai
{
    public const string TypeClasseur = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    public const string TypeClasseurAMacros = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";

    /// <summary>Les mauvais fichiers que les gens envoient : pour chacun, son nom, ses octets et un morceau de la phrase qu'il reçoit.</summary>
    public static (string Nom, byte[] Octets, string Phrase) Mauvais(string genre) =>
        genre switch
        {
            "vide" => ("retour.xlsx", [], "est vide"),
            "tronqué" => ("retour.xlsx", AvecClosedXml(f => f.Cell(1, 1).Value = "bonjour")[..700], "incomplet ou abîmé"),
            "protégé" => ("retour.xlsx", Ole("Root Entry", "EncryptionInfo", "EncryptedPackage"), "protégé par un mot de passe"),
            "macros" => ("retour.xlsm", Xlsx("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", type: TypeClasseurAMacros), "macros"),
            "50 Mo" => ("retour.xlsx", [.. Enumerable.Repeat((byte)'a', 50 * 1024 * 1024)], "la limite est de 10"),
            "bombe" => (
                "retour.xlsx",
                Xlsx("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", autres: ("xl/media/zeros.bin", new string('0', 30_000_000))),
                "Rien n'a été importé"
            ),
            "encodage" => ("retour.csv", "Nom;B\uFFFDthune"u8.ToArray(), "Rien n'a été importé"),
            "ancien Excel" => ("retour.xls", Ole("Root Entry", "Workbook"), "Excel 97-2003"),
            _ => throw new ArgumentOutOfRangeException(nameof(genre), genre, "Genre inconnu."),
        };

    /// <summary>Les genres de <see cref="Mauvais"/>.</summary>
    public static TheoryData<string> GenresDeMauvaisFichiers { get; } =
    ["vide", "tronqué", "protégé", "macros", "50 Mo", "bombe", "encodage", "ancien Excel"];

    public static TableurLu Lire(byte[] contenu, string nom = "envoi.xlsx", LimitesDeLecture? limites = null) =>
        LecteurDeTableur.Lire(new MemoryStream(contenu), nom, limites);

    public static FichierRefuseException Refuse(
        byte[] contenu,
        MotifDeRefus motif,
        LimitesDeLecture? limites = null,
        string nom = "envoi.xlsx"
    )
    {
        var refus = Assert.Throws<FichierRefuseException>(() => Lire(contenu, nom, limites));
        Assert.Equal(motif, refus.Motif);
        Assert.Contains("Rien n'a été importé", refus.Phrase, StringComparison.Ordinal);
        Assert.Contains($"« {nom} »", refus.Phrase, StringComparison.Ordinal);
        return refus;
    }

    public static byte[] AvecClosedXml(Action<IXLWorksheet> remplir)
    {
        using var classeur = new XLWorkbook();
        remplir(classeur.AddWorksheet("Besoins"));
        using var flux = new MemoryStream();
        classeur.SaveAs(flux, new SaveOptions { EvaluateFormulasBeforeSaving = true });
        return flux.ToArray();
    }

    public static byte[] Zip(params IEnumerable<(string Nom, string Contenu)> parties) =>
        ZipOctets(parties.Select(p => (p.Nom, Encoding.UTF8.GetBytes(p.Contenu))));

    public static byte[] ZipOctets(IEnumerable<(string Nom, byte[] Contenu)> parties)
    {
        using var flux = new MemoryStream();
        using (var archive = new ZipArchive(flux, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (nom, contenu) in parties)
            {
                using var partie = archive.CreateEntry(nom).Open();
                partie.Write(contenu);
            }
        }

        return flux.ToArray();
    }

    /// <summary>Un classeur minimal d'une feuille, dont on choisit le XML.</summary>
    public static byte[] Xlsx(
        string donnees,
        string? styles = null,
        string? chaines = null,
        string proprietes = "",
        string type = TypeClasseur,
        params (string Nom, string Contenu)[] autres
    )
    {
        const string Ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Paquet = "http://schemas.openxmlformats.org/package/2006";
        List<(string, string)> parties =
        [
            (
                "[Content_Types].xml",
                $"<Types xmlns=\"{Paquet}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{type}\"/></Types>"
            ),
            (
                "_rels/.rels",
                $"<Relationships xmlns=\"{Paquet}/relationships\"><Relationship Id=\"rId1\" Type=\"{Rel}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Ns}\" xmlns:r=\"{Rel}\">{proprietes}<sheets><sheet name=\"Besoins\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                $"<Relationships xmlns=\"{Paquet}/relationships\"><Relationship Id=\"rId1\" Type=\"{Rel}/worksheet\" Target=\"worksheets/feuille1.xml\"/>"
                    + $"<Relationship Id=\"rId2\" Type=\"{Rel}/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId3\" Type=\"{Rel}/sharedStrings\" Target=\"/xl/chaines.xml\"/></Relationships>"
            ),
            (
                "xl/worksheets/feuille1.xml",
                $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet xmlns=\"{Ns}\"><sheetData>{donnees}</sheetData></worksheet>"
            ),
        ];
        if (styles is not null)
        {
            parties.Add(("xl/styles.xml", $"<styleSheet xmlns=\"{Ns}\">{styles}</styleSheet>"));
        }

        if (chaines is not null)
        {
            parties.Add(("xl/chaines.xml", $"<sst xmlns=\"{Ns}\">{chaines}</sst>"));
        }

        return Zip([.. parties, .. autres]);
    }

    /// <summary>Un conteneur OLE réduit à son en-tête et à un secteur de répertoire qui nomme les flux donnés.</summary>
    public static byte[] Ole(params string[] flux)
    {
        var octets = new byte[512 + (128 * Math.Max(4, flux.Length))];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(octets);
        for (var i = 0; i < flux.Length; i++)
        {
            Encoding.Unicode.GetBytes(flux[i]).CopyTo(octets, 512 + (128 * i));
        }

        return octets;
    }

    public static string Partie(byte[] classeur, string nom)
    {
        using var archive = new ZipArchive(new MemoryStream(classeur));
        using var lecteur = new StreamReader(archive.GetEntry(nom)!.Open());
        return lecteur.ReadToEnd();
    }
}
