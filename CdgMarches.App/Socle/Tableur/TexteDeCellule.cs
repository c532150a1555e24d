namespace CdgMarches.App.Socle.Tableur;

/// <summary>Ce qu'un texte doit respecter pour entrer dans une cellule sans changer de sens.</summary>
internal static class TexteDeCellule
{
    /// <summary>La plus longue valeur qu'une cellule Excel puisse contenir, en caractères.</summary>
    public const int LongueurMaximale = 32_767;

    /// <summary>Un texte qu'Excel, un CSV ou un copier-coller prendrait pour une formule (OWASP ASVS V1.2.10).</summary>
    public static bool PourraitEtreUneFormule(string texte) =>
        texte.Length > 0 && texte[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';

    /// <summary>Ôte ce que XML interdit et coupe à la longueur qu'Excel admet.</summary>
    public static string Nettoyer(string texte)
    {
        var interdit =
            texte.AsSpan().IndexOfAnyInRange('\u0000', '\u001f') >= 0
            || texte.AsSpan().IndexOfAnyInRange('\ud800', '\uffff') >= 0;
        if (interdit)
        {
            texte = new string([.. texte.Where((c, i) => EstPermis(texte, i))]);
        }

        if (texte.Length <= LongueurMaximale)
        {
            return texte;
        }

        var fin = char.IsHighSurrogate(texte[LongueurMaximale - 1]) ? LongueurMaximale - 1 : LongueurMaximale;
        return texte[..fin];
    }

    private static bool EstPermis(string texte, int i)
    {
        var c = texte[i];
        if (char.IsHighSurrogate(c))
        {
            return i + 1 < texte.Length && char.IsLowSurrogate(texte[i + 1]);
        }

        if (char.IsLowSurrogate(c))
        {
            return i > 0 && char.IsHighSurrogate(texte[i - 1]);
        }

        return c is '\t' or '\n' or '\r' || (c >= ' ' && c < '\ufffe');
    }
}
