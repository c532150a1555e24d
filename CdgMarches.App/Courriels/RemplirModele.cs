using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace CdgMarches.App.Courriels;

/// <summary>Un champ écrit dans un modèle que celui-ci ne connaît pas, et le plus ressemblant de ceux qu'il connaît.</summary>
public sealed record ChampInconnu(string Nom, string? Suggestion)
{
    public string Message =>
        Suggestion is null
            ? $"Le champ {{{{{Nom}}}}} n'existe pas pour ce modèle."
            : $"Le champ {{{{{Nom}}}}} n'existe pas pour ce modèle. Vouliez-vous écrire {{{{{Suggestion}}}}} ?";
}

/// <summary>Remplit le texte d'un modèle, vérifie ses champs, et en fait le HTML.</summary>
public static partial class RemplirModele
{
    /// <summary>Les champs du texte que le modèle ne connaît pas.</summary>
    public static IReadOnlyList<ChampInconnu> Inconnus(DefinitionDeModele modele, params ReadOnlySpan<string> textes)
    {
        var connus = modele.TousLesChamps.Select(c => c.Nom).ToList();
        List<ChampInconnu> inconnus = [];
        foreach (var texte in textes)
        {
            inconnus.AddRange(
                Champ()
                    .Matches(texte)
                    .Select(m => m.Groups[1].Value.Trim())
                    .Where(nom => !connus.Contains(nom, StringComparer.Ordinal))
                    .Select(nom => new ChampInconnu(nom, Proche(nom, connus)))
            );
        }

        return [.. inconnus.DistinctBy(i => i.Nom)];
    }

    /// <summary>Remplace les champs par leurs valeurs ; un champ sans valeur disparaît.</summary>
    public static string Remplir(string texte, IReadOnlyDictionary<string, string> valeurs) =>
        Champ().Replace(texte, m => valeurs.GetValueOrDefault(m.Groups[1].Value.Trim(), ""));

    /// <summary>Le texte en HTML : un paragraphe par bloc, les adresses en liens, rien qui vienne d'ailleurs.</summary>
    public static string EnHtml(string titre, string texte)
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

    /// <summary>Le nom connu à deux lettres près, ou qui commence pareil.</summary>
    private static string? Proche(string nom, List<string> connus)
    {
        var (proche, distance) = connus.Select(c => (c, Distance(nom, c))).MinBy(c => c.Item2);
        return distance <= Math.Max(2, nom.Length / 3) ? proche : null;
    }

    private static int Distance(string a, string b)
    {
        var precedente = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var ligne = new int[b.Length + 1];
            ligne[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cout = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1;
                ligne[j] = Math.Min(Math.Min(ligne[j - 1] + 1, precedente[j] + 1), precedente[j - 1] + cout);
            }

            precedente = ligne;
        }

        return precedente[b.Length];
    }

    [GeneratedRegex(@"\{\{([^{}]{1,60})\}\}")]
    private static partial Regex Champ();

    [GeneratedRegex(@"https?://[^\s<>""]+")]
    private static partial Regex Adresse();
}
