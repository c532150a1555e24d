using System.Text.RegularExpressions;
using CdgMarches.App.Socle;

namespace CdgMarches.App.Courriels;

/// <summary>Un champ écrit dans un modèle que celui-ci ne connaît pas, et le plus ressemblant de ceux qu'il connaît.</summary>
public sealed record ChampInconnu(string Nom, string? Suggestion)
{
    public string Message =>
        Suggestion is null
            ? $"Le champ {{{{{Nom}}}}} n'existe pas pour ce modèle."
            : $"Le champ {{{{{Nom}}}}} n'existe pas pour ce modèle. Vouliez-vous écrire {{{{{Suggestion}}}}} ?";
}

/// <summary>Remplit le texte d'un modèle et vérifie ses champs.</summary>
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
                    .Select(Nom)
                    .Where(nom => !connus.Contains(nom, StringComparer.Ordinal))
                    .Select(nom => new ChampInconnu(nom, Proche(nom, connus)))
            );
        }

        return [.. inconnus.DistinctBy(i => i.Nom)];
    }

    /// <summary>Les champs sans lesquels le courriel ne servirait à rien, et que le texte n'a plus.</summary>
    public static IReadOnlyList<string> Manquants(DefinitionDeModele modele, string texte)
    {
        var cites = Champ().Matches(texte).Select(Nom).ToHashSet(StringComparer.Ordinal);
        return [.. modele.Champs.Where(c => c.EstIndispensable && !cites.Contains(c.Nom)).Select(c => c.Nom)];
    }

    /// <summary>Remplace les champs par leurs valeurs ; un champ sans valeur disparaît.</summary>
    public static string Remplir(string texte, IReadOnlyDictionary<string, string> valeurs) =>
        BlocsVides().Replace(Champ().Replace(texte, m => Valeur(m, texte, valeurs)), "\n\n");

    private static string Nom(Match champ) => Tournure.Lire(champ.Groups[1].Value.Trim()).Champ;

    private static string Valeur(Match champ, string texte, IReadOnlyDictionary<string, string> valeurs)
    {
        var (mot, nom) = Tournure.Lire(champ.Groups[1].Value.Trim());
        return Typographie.Imbriquer(texte.AsSpan(0, champ.Index), Tournure.Dire(mot, valeurs.GetValueOrDefault(nom, ""))) ?? "";
    }

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

    /// <summary>Ce qu'un paragraphe laisse quand son seul champ est vide.</summary>
    [GeneratedRegex(@"\n(?:[ \t]*\r?\n){2,}")]
    private static partial Regex BlocsVides();
}
