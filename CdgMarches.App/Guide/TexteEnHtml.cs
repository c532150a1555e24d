using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace CdgMarches.App.Guide;

/// <summary>Rend en HTML le peu de Markdown dont les guides et le glossaire ont besoin ; tout le reste est du texte.</summary>
/// <remarks>Titres, paragraphes, listes, tableaux, **gras**, *italique*, `code` images et liens internes. Le texte est échappé d'abord.</remarks>
public static partial class TexteEnHtml
{
    public static string Rendre(string texte)
    {
        var html = new StringBuilder();
        var lignes = texte.ReplaceLineEndings("\n").Split('\n');
        var section = "";
        for (var i = 0; i < lignes.Length; )
        {
            var ligne = lignes[i].Trim();
            section = ligne.StartsWith('#') ? ligne.TrimStart('#', ' ') : section;
            i =
                ligne.Length == 0 ? i + 1
                : ligne.StartsWith('#') ? Titre(html, ligne, i)
                : ligne.StartsWith('|') ? Tableau(html, lignes, i, section)
                : Image().Match(ligne) is { Success: true } image ? Illustration(html, image, i)
                : Puce().IsMatch(ligne) ? Liste(html, lignes, i, "ul", Puce())
                : Numero().IsMatch(ligne) ? Liste(html, lignes, i, "ol", Numero())
                : Paragraphe(html, lignes, i);
        }

        return html.ToString();
    }

    /// <summary>Le premier titre du texte, sans ses signes.</summary>
    public static string TitreDe(string texte) =>
        texte.ReplaceLineEndings("\n").Split('\n').FirstOrDefault(l => l.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim()
        ?? "";

    private static int Titre(StringBuilder html, string ligne, int rang)
    {
        var niveau = ligne.TakeWhile(c => c is '#').Count();
        if (niveau > 1)
        {
            // Le titre de premier niveau est le h1 que la page affiche déjà.
            html.Append("<h")
                .Append(niveau)
                .Append('>')
                .Append(EnLigne(ligne[niveau..].Trim()))
                .Append("</h")
                .Append(niveau)
                .Append('>');
        }

        return rang + 1;
    }

    /// <summary>Une image seule sur sa ligne : son texte est à la fois l'alternative et la légende.</summary>
    private static int Illustration(StringBuilder html, Match image, int rang)
    {
        var texte = WebUtility.HtmlEncode(image.Groups["texte"].Value);
        html.Append("<figure><img loading=\"lazy\" alt=\"")
            .Append(texte)
            .Append("\" src=\"")
            .Append(WebUtility.HtmlEncode(image.Groups["source"].Value))
            .Append("\" /><figcaption>")
            .Append(texte)
            .Append("</figcaption></figure>");
        return rang + 1;
    }

    private static int Paragraphe(StringBuilder html, string[] lignes, int rang)
    {
        var fin = rang;
        while (fin < lignes.Length && lignes[fin].Trim() is { Length: > 0 } l && (fin == rang || !EstBloc(l)))
        {
            fin++;
        }

        html.Append("<p>").Append(EnLigne(string.Join(' ', lignes[rang..fin].Select(l => l.Trim())))).Append("</p>");
        return fin;
    }

    private static int Liste(StringBuilder html, string[] lignes, int rang, string balise, Regex marque)
    {
        html.Append('<').Append(balise).Append('>');
        for (; rang < lignes.Length && marque.IsMatch(lignes[rang].Trim()); )
        {
            var element = marque.Replace(lignes[rang++].Trim(), "");
            while (
                rang < lignes.Length
                && lignes[rang].StartsWith(' ')
                && lignes[rang].Trim() is { Length: > 0 } suite
                && !EstBloc(suite)
            )
            {
                element += " " + suite;
                rang++;
            }

            html.Append("<li>").Append(EnLigne(element)).Append("</li>");
        }

        html.Append("</").Append(balise).Append('>');
        return rang;
    }

    private static int Tableau(StringBuilder html, string[] lignes, int rang, string section)
    {
        html.Append("<div class=\"defilement\" tabindex=\"0\" role=\"region\" aria-label=\"Tableau : ")
            .Append(WebUtility.HtmlEncode(section))
            .Append("\"><table class=\"tableau\">");
        for (var premiere = rang; rang < lignes.Length && lignes[rang].TrimStart().StartsWith('|'); rang++)
        {
            var ligne = lignes[rang].Trim();
            if (ligne.All(c => c is '|' or '-' or ':' or ' '))
            {
                continue;
            }

            var balise = rang == premiere ? "th scope=\"col\"" : "td";
            html.Append(rang == premiere ? "<thead><tr>" : "<tr>");
            foreach (var cellule in ligne.Trim('|').Split('|'))
            {
                html.Append('<')
                    .Append(balise)
                    .Append('>')
                    .Append(EnLigne(cellule.Trim()))
                    .Append("</")
                    .Append(balise[..2])
                    .Append('>');
            }

            html.Append(rang == premiere ? "</tr></thead><tbody>" : "</tr>");
        }

        html.Append("</tbody></table></div>");
        return rang;
    }

    private static bool EstBloc(string ligne) =>
        ligne.TrimStart() is ['#', ..] or ['|', ..] or ['!', '[', ..]
        || Puce().IsMatch(ligne.Trim())
        || Numero().IsMatch(ligne.Trim());

    private static string EnLigne(string texte)
    {
        var html = WebUtility.HtmlEncode(texte);
        html = Lien().Replace(html, "<a href=\"$2\">$1</a>");
        html = Gras().Replace(html, "<strong>$1</strong>");
        html = Italique().Replace(html, "<em>$1</em>");
        return Code().Replace(html, "<code>$1</code>");
    }

    /// <summary>Seules les images de l'application se montrent.</summary>
    [GeneratedRegex(@"^!\[(?<texte>[^\]]+)\]\((?<source>/images/guide/[a-z0-9-]+\.png)\)$")]
    private static partial Regex Image();

    [GeneratedRegex("^[-*] +")]
    private static partial Regex Puce();

    [GeneratedRegex("^[0-9]+[.] +")]
    private static partial Regex Numero();

    /// <summary>Seules les adresses de l'application deviennent des liens.</summary>
    [GeneratedRegex(@"\[([^\]]+)\]\((/[^)\s/][^)\s]*|/)\)")]
    private static partial Regex Lien();

    [GeneratedRegex(@"\*\*([^*]+)\*\*")]
    private static partial Regex Gras();

    [GeneratedRegex(@"(?<![\w*])\*([^*\s][^*]*)\*(?!\w)")]
    private static partial Regex Italique();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
