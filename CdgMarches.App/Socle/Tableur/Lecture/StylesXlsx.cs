using System.Globalization;
using System.Xml;

namespace CdgMarches.App.Socle.Tableur.Lecture;

/// <summary>
/// Ce que les styles disent d'une valeur : dans un .xlsx, une date n'est qu'un nombre dont le format montre un jour.
/// </summary>
internal sealed class StylesXlsx(bool[] dates, bool depuis1904)
{
    private static readonly DateTime Origine = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    private const double DernierJour = 2_958_466;

    public static StylesXlsx Lire(ArchiveBornee archive, string? chemin, bool depuis1904)
    {
        using var flux = chemin is null ? null : archive.Ouvrir(chemin);
        if (flux is null)
        {
            return new StylesXlsx([], depuis1904);
        }

        var formats = new Dictionary<int, bool>();
        var dates = new List<bool>();
        var dansLesCellules = false;
        using var xml = XmlSur.Lire(flux);
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.EndElement && xml.LocalName == "cellXfs")
            {
                dansLesCellules = false;
            }

            if (xml.NodeType is not XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "numFmt" when Identifiant(xml) is { } id:
                    formats[id] = MontreUnJour(xml.GetAttribute("formatCode") ?? string.Empty);
                    break;
                case "cellXfs":
                    dansLesCellules = !xml.IsEmptyElement;
                    break;
                case "xf" when dansLesCellules:
                    var format = Identifiant(xml) ?? 0;
                    dates.Add(formats.TryGetValue(format, out var estDate) ? estDate : EstDateDOrigine(format));
                    break;
                default:
                    break;
            }
        }

        return new StylesXlsx([.. dates], depuis1904);
    }

    public bool EstDate(int style) => (uint)style < (uint)dates.Length && dates[style];

    /// <summary>
    /// Le jour d'un numéro de série. Excel croit 1900 bissextile : avant le 1er mars 1900 ses numéros sont décalés d'un
    /// jour, et le 60 désigne un 29 février qui n'a pas existé.
    /// </summary>
    /// <returns>null si aucun jour ne correspond (heure seule, négatif, 29/02/1900, au-delà de 9999).</returns>
    public DateTime? Jour(double serie)
    {
        if (depuis1904)
        {
            serie += 1462;
        }

        if (!(serie >= 1 && serie < DernierJour) || (serie >= 60 && serie < 61))
        {
            return null;
        }

        // À la seconde : la fraction d'un double ne porte pas les millisecondes.
        var secondes = Math.Round((serie < 60 ? serie + 1 : serie) * 86_400, MidpointRounding.AwayFromZero);
        return Origine.AddSeconds(secondes);
    }

    private static int? Identifiant(XmlReader xml) =>
        int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Les formats d'origine 45 à 47 (durées) et 18 à 21 (heures) ne montrent pas de jour.</summary>
    private static bool EstDateDOrigine(int format) =>
        format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58;

    /// <summary>Un format qui montre un jour, un mois en lettres ou une année, hors textes entre guillemets et couleurs.</summary>
    internal static bool MontreUnJour(string format)
    {
        if (
            string.Equals(format, "General", StringComparison.OrdinalIgnoreCase)
            || string.Equals(format, "Standard", StringComparison.OrdinalIgnoreCase)
        )
        {
            return false;
        }

        for (var i = 0; i < format.Length; i++)
        {
            switch (format[i])
            {
                case '"':
                    i = Apres(format, '"', i);
                    break;
                case '[':
                    i = Apres(format, ']', i);
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case ';':
                    // Les sections suivantes valent pour les nombres négatifs, nuls et les textes.
                    return false;
                case 'd' or 'D' or 'y' or 'Y':
                    return true;
                case 'm' or 'M' when MoisEnLettres(format, i):
                    return true;
                default:
                    break;
            }
        }

        return false;
    }

    private static int Apres(string format, char fin, int debut) =>
        format.IndexOf(fin, debut + 1) is var i and >= 0 ? i : format.Length;

    private static bool MoisEnLettres(string format, int i) =>
        format.AsSpan(i).StartsWith("mmm", StringComparison.OrdinalIgnoreCase);
}
