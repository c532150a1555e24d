using System.Text;
using System.Xml;

namespace CdgMarches.App.Socle.Tableur.Lecture;

/// <summary>Lecture XML sans DTD, sans entité ni ressource externe.</summary>
internal static class XmlSur
{
    public static XmlReader Lire(Stream flux) =>
        XmlReader.Create(
            flux,
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                CloseInput = false,
            }
        );

    /// <summary>
    /// Le texte de l'élément courant et de ses descendants <c>t</c>, sans la prononciation (<c>rPh</c>) ; le lecteur finit
    /// sur la balise fermante. Coupé juste après ce qu'une cellule peut contenir.
    /// </summary>
    public static string TexteEnrichi(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return string.Empty;
        }

        var profondeur = xml.Depth;
        string? seul = null;
        StringBuilder? plusieurs = null;
        xml.Read();
        while (!(xml.NodeType is XmlNodeType.EndElement && xml.Depth == profondeur))
        {
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName == "rPh")
            {
                xml.Skip();
                continue;
            }

            if (xml.NodeType is XmlNodeType.Element && xml.LocalName == "t")
            {
                var morceau = TexteSimple(xml);
                if (seul is null)
                {
                    seul = morceau;
                }
                else if ((plusieurs ??= new StringBuilder(seul)).Length <= TexteDeCellule.LongueurMaximale)
                {
                    plusieurs.Append(morceau);
                }
            }

            if (!xml.Read())
            {
                break;
            }
        }

        return Echappements.Decoder(plusieurs?.ToString() ?? seul ?? string.Empty);
    }

    /// <summary>Le texte de l'élément courant ; le lecteur finit sur la balise fermante.</summary>
    public static string TexteSimple(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return string.Empty;
        }

        var profondeur = xml.Depth;
        string? seul = null;
        StringBuilder? plusieurs = null;
        while (xml.Read() && !(xml.NodeType is XmlNodeType.EndElement && xml.Depth == profondeur))
        {
            if (
                xml.NodeType
                is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            )
            {
                continue;
            }

            if (seul is null)
            {
                seul = xml.Value;
            }
            else
            {
                (plusieurs ??= new StringBuilder(seul)).Append(xml.Value);
            }
        }

        return plusieurs?.ToString() ?? seul ?? string.Empty;
    }
}
