using System.Xml;

namespace CdgMarches.App.Socle.Tableur.Lecture;

/// <summary>Les textes du classeur, que les cellules citent par leur rang.</summary>
internal static class ChainesPartagees
{
    public static IReadOnlyList<string> Lire(ArchiveBornee archive, string? chemin)
    {
        using var flux = chemin is null ? null : archive.Ouvrir(chemin);
        if (flux is null)
        {
            return [];
        }

        var chaines = new List<string>();
        using var xml = XmlSur.Lire(flux);
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName == "si")
            {
                chaines.Add(XmlSur.TexteEnrichi(xml));
            }
        }

        return chaines;
    }
}
