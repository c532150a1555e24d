using System.Globalization;
using System.Text;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Socle.Composants;

/// <summary>Lit un nombre comme un agent le tape ou le colle d'Excel : espaces de toute sorte, virgule ou point.</summary>
public static class NombreSaisi
{
    /// <returns>Faux si le texte n'est pas un nombre ; vrai et null s'il est vide.</returns>
    public static bool TryLire(string? texte, int decimales, out decimal? valeur)
    {
        valeur = null;
        var chiffres = new StringBuilder();
        foreach (var c in texte ?? "")
        {
            if (!char.IsWhiteSpace(c) && c is not ('\u00A0' or '\u202F' or '€' or '\''))
            {
                chiffres.Append(
                    c is ',' ? '.'
                    : c is '\u2212' ? '-'
                    : c
                );
            }
        }

        if (chiffres.Length == 0)
        {
            return true;
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (
            !decimal.TryParse(chiffres.ToString(), Style, CultureInfo.InvariantCulture, out var lu)
            || decimal.Round(lu, decimales) != lu
            || Math.Abs(lu) > 999_999_999_999m
        )
        {
            return false;
        }

        valeur = lu;
        return true;
    }

    public static string Ecrire(decimal? valeur, int decimales) =>
        valeur?.ToString("N" + decimales.ToString(CultureInfo.InvariantCulture), Francais.Culture) ?? "";
}
