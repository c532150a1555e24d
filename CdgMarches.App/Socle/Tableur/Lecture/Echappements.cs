using System.Globalization;
using System.Text;

namespace CdgMarches.App.Socle.Tableur.Lecture;

/// <summary>Les caractères qu'Excel écrit <c>_x000D_</c> faute de pouvoir les mettre en XML.</summary>
internal static class Echappements
{
    public static string Decoder(string texte)
    {
        if (!texte.Contains("_x", StringComparison.Ordinal))
        {
            return texte;
        }

        var sortie = new StringBuilder(texte.Length);
        for (var i = 0; i < texte.Length; i++)
        {
            if (
                texte[i] == '_'
                && i + 6 < texte.Length
                && texte[i + 1] == 'x'
                && texte[i + 6] == '_'
                && ushort.TryParse(
                    texte.AsSpan(i + 2, 4),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var code
                )
            )
            {
                sortie.Append((char)code);
                i += 6;
            }
            else
            {
                sortie.Append(texte[i]);
            }
        }

        return sortie.ToString();
    }
}
