using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace CdgMarches.App.Socle.Courriels;

/// <summary>Le texte d'un courriel en HTML.</summary>
public static partial class HtmlDeCourriel
{
    /// <summary>Le texte en HTML : un paragraphe par bloc, les adresses en liens, rien qui vienne d'ailleurs.</summary>
    public static string De(string titre, string texte)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>")
            .Append(HtmlEncoder.Default.Encode(titre))
            .Append(
                "</title></head><body style=\"font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.5;color:#1b1b1b;max-width:640px\">"
            );
        foreach (var bloc in texte.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            html.Append("<p>").Append(Lignes(bloc.Trim('\n'))).Append("</p>");
        }

        return html.Append("</body></html>").ToString();
    }

    private static string Lignes(string bloc)
    {
        var html = new StringBuilder();
        var fin = 0;
        foreach (Match adresse in Adresse().Matches(bloc))
        {
            html.Append(Encoder(bloc[fin..adresse.Index]));
            var url = HtmlEncoder.Default.Encode(adresse.Value);
            html.Append("<a href=\"").Append(url).Append("\">").Append(url).Append("</a>");
            fin = adresse.Index + adresse.Length;
        }

        return html.Append(Encoder(bloc[fin..])).ToString();
    }

    private static string Encoder(string texte) =>
        HtmlEncoder.Default.Encode(texte).Replace("&#xA;", "<br>", StringComparison.Ordinal);

    [GeneratedRegex(@"https?://[^\s<>""]+")]
    private static partial Regex Adresse();
}
