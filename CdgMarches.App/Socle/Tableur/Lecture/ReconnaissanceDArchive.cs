using System.Text;
using System.Xml;

namespace CdgMarches.App.Socle.Tableur.Lecture;

/// <summary>Dit si une archive zip est bien un classeur .xlsx sans macros, et sinon ce qu'elle est.</summary>
internal static class ReconnaissanceDArchive
{
    private const string Types = "[Content_Types].xml";

    public static void Exiger(ArchiveBornee archive, Refus refus)
    {
        ExigerPasOpenDocument(archive, refus);
        if (!archive.Contient(Types))
        {
            throw archive.Noms.Any(n => n.StartsWith("xl/", StringComparison.OrdinalIgnoreCase))
                ? refus.Abime()
                : refus.AutreType("une archive compressée (.zip)");
        }

        var macros = archive.Noms.Any(n =>
            n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
            || n.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase)
        );
        var nature = string.Empty;
        foreach (var type in LireTypes(archive))
        {
            macros |=
                type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
                || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase);
            nature =
                type.Contains("wordprocessingml", StringComparison.OrdinalIgnoreCase) ? "un document Word"
                : type.Contains("presentationml", StringComparison.OrdinalIgnoreCase) ? "une présentation PowerPoint"
                : nature;
        }

        if (macros)
        {
            throw refus.Macros();
        }

        if (archive.Noms.Any(n => n.EndsWith("workbook.bin", StringComparison.OrdinalIgnoreCase)))
        {
            throw refus.ClasseurBinaire();
        }

        // Un classeur peut embarquer un document Word : seul un fichier sans feuille est d'un autre type.
        if (nature.Length > 0 && !archive.Noms.Any(n => n.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)))
        {
            throw refus.AutreType(nature);
        }
    }

    private static void ExigerPasOpenDocument(ArchiveBornee archive, Refus refus)
    {
        using var flux = archive.Ouvrir("mimetype");
        if (flux is null)
        {
            return;
        }

        var octets = new byte[128];
        var lus = flux.ReadAtLeast(octets, octets.Length, throwOnEndOfStream: false);
        var type = Encoding.ASCII.GetString(octets, 0, lus);
        if (type.Contains("opendocument.spreadsheet", StringComparison.OrdinalIgnoreCase))
        {
            throw refus.OpenDocument();
        }

        if (type.Contains("opendocument", StringComparison.OrdinalIgnoreCase))
        {
            throw refus.AutreType("un document OpenDocument");
        }
    }

    private static List<string> LireTypes(ArchiveBornee archive)
    {
        var types = new List<string>();
        using var flux = archive.Ouvrir(Types)!;
        using var xml = XmlSur.Lire(flux);
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Element && xml.GetAttribute("ContentType") is { } type)
            {
                types.Add(type);
            }
        }

        return types;
    }
}
