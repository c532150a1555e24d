using System.Globalization;
using System.Text;

namespace CdgMarches.App.Socle.Tableur;

/// <summary>Compare les en-têtes comme un lecteur : sans casse, accents, ponctuation ni espaces superflus.</summary>
public static class CleDEntete
{
    /// <returns>« N° SIRET  (14 chiffres) » → <c>N SIRET 14 CHIFFRES</c>.</returns>
    public static string De(string entete)
    {
        var sortie = new StringBuilder(entete.Length);
        foreach (var c in entete.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (char.IsLetterOrDigit(c))
            {
                sortie.Append(char.ToUpperInvariant(c));
            }
            else if (sortie.Length > 0 && sortie[^1] != ' ')
            {
                sortie.Append(' ');
            }
        }

        return sortie.ToString().TrimEnd();
    }
}
