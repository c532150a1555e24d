using System.Globalization;
using System.Text;

namespace CdgMarches.Domain.Collectivites;

/// <summary>Ce qu'un texte saisi devient avant d'être gardé.</summary>
internal static class Texte
{
    /// <summary>Sans espaces au bord, sans caractère de commande, espaces et insécables réduits à un seul ; null s'il n'en reste rien.</summary>
    public static string? Net(string? saisie) => Nettoyer(saisie, gardeLesLignes: false);

    /// <summary>Comme <see cref="Net"/>, les sauts de ligne gardés.</summary>
    public static string? NetSurPlusieursLignes(string? saisie) => Nettoyer(saisie, gardeLesLignes: true);

    private static string? Nettoyer(string? saisie, bool gardeLesLignes)
    {
        if (string.IsNullOrWhiteSpace(saisie))
        {
            return null;
        }

        var net = new StringBuilder(saisie.Length);
        foreach (var c in saisie.Normalize(NormalizationForm.FormC).ReplaceLineEndings("\n"))
        {
            if (c == '\n' && gardeLesLignes)
            {
                net.Append(c);
            }
            else if (char.IsWhiteSpace(c))
            {
                if (net.Length > 0 && net[^1] != ' ')
                {
                    net.Append(' ');
                }
            }
            else if (char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                net.Append(c);
            }
        }

        return net.ToString().Trim() is { Length: > 0 } texte ? texte : null;
    }
}
