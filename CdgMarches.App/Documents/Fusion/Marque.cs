using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CdgMarches.App.Documents.Fusion;

/// <summary>Ce qu'une marque entre doubles accolades demande.</summary>
internal enum SorteDeMarque
{
    Champ,
    OuvreTable,
    FermeTable,
    OuvreSi,
    FermeSi,
    Page,
    Pages,
}

/// <summary>Une marque d'un modèle : <c>{{champ}}</c>, <c>{{#table}}</c>, <c>{{si condition}}</c>…</summary>
public sealed partial record Marque
{
    private Marque(SorteDeMarque sorte, string nom, string texte, bool negation = false, string tournure = "") =>
        (Sorte, Nom, Texte, Negation, Tournure) = (sorte, nom, texte, negation, tournure);

    internal SorteDeMarque Sorte { get; }

    /// <summary>Le nom normalisé.</summary>
    public string Nom { get; }

    /// <summary>Telle qu'elle est écrite, accolades comprises.</summary>
    public string Texte { get; }

    /// <summary>Pour une condition, « si non ».</summary>
    public bool Negation { get; }

    /// <summary>Pour un champ, « de », « à » ou « le », tel qu'il est écrit ; vide sinon (<see cref="Socle.Tournure"/>).</summary>
    public string Tournure { get; }

    internal bool Ouvre => Sorte is SorteDeMarque.OuvreTable or SorteDeMarque.OuvreSi;

    internal bool Ferme => Sorte is SorteDeMarque.FermeTable or SorteDeMarque.FermeSi;

    /// <summary>La marque qui la ferme, telle qu'il faut l'écrire.</summary>
    internal string Fermeture => Sorte is SorteDeMarque.OuvreTable ? $"{{{{/{Nom}}}}}" : "{{fin si}}";

    [GeneratedRegex(@"\{\{([^{}]*)\}\}")]
    internal static partial Regex Forme();

    [GeneratedRegex(@"^fin\s*si\b", RegexOptions.IgnoreCase)]
    private static partial Regex FinSi();

    [GeneratedRegex(@"^si\s+(non\s+|pas\s+)?(.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Si();

    /// <param name="contenu">Ce qui est entre les accolades.</param>
    internal static Marque Lire(string contenu)
    {
        var texte = $"{{{{{contenu}}}}}";
        var net = contenu.Replace('\u00a0', ' ').Replace('\u202f', ' ').Trim();
        if (net.StartsWith('#'))
        {
            return new Marque(SorteDeMarque.OuvreTable, Normaliser(net[1..]), texte);
        }

        if (net.StartsWith('/'))
        {
            return new Marque(SorteDeMarque.FermeTable, Normaliser(net[1..]), texte);
        }

        if (FinSi().IsMatch(net))
        {
            return new Marque(SorteDeMarque.FermeSi, "", texte);
        }

        if (Si().Match(net) is { Success: true } si)
        {
            return new Marque(SorteDeMarque.OuvreSi, Normaliser(si.Groups[2].Value), texte, si.Groups[1].Success);
        }

        var (tournure, champ) = Socle.Tournure.Lire(net);
        return Normaliser(champ) switch
        {
            "page" => new Marque(SorteDeMarque.Page, "page", texte),
            "pages" => new Marque(SorteDeMarque.Pages, "pages", texte),
            var nom => new Marque(SorteDeMarque.Champ, nom, texte, tournure: tournure),
        };
    }

    /// <summary>Le nom tel qu'on le compare : minuscules, sans accent, mots liés par « _ » ; « Date de séance » vaut « date_de_seance ».</summary>
    public static string Normaliser(string nom)
    {
        if (EstNormal(nom))
        {
            return nom;
        }

        var sortie = new StringBuilder(nom.Length);
        foreach (var c in nom.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c))
            {
                sortie.Append(char.ToLowerInvariant(c));
            }
            else if (
                CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark
                && sortie.Length > 0
                && sortie[^1] != '_'
            )
            {
                sortie.Append('_');
            }
        }

        return sortie.ToString().Trim('_');
    }

    private static bool EstNormal(string nom)
    {
        foreach (var c in nom)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '_')
            {
                return false;
            }
        }

        return nom.Length > 0 && nom[0] != '_' && nom[^1] != '_' && !nom.Contains("__", StringComparison.Ordinal);
    }
}
