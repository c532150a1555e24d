namespace CdgMarches.App.Documents.Fusion;

/// <summary>Trouve, parmi des noms connus, celui que l'on a voulu écrire.</summary>
internal static class Proximite
{
    /// <returns>Le plus proche, ou null si aucun ne ressemble : plus d'un tiers des lettres diffère.</returns>
    public static string? LePlusProche(string nom, IEnumerable<string> connus) =>
        connus
            .Distinct()
            .Select(c => (Nom: c, Ecart: Ecart(nom, c)))
            .Where(c => c.Ecart <= Math.Max(2, Math.Max(nom.Length, c.Nom.Length) / 3))
            .OrderBy(c => c.Ecart)
            .ThenBy(c => c.Nom, StringComparer.Ordinal)
            .Select(c => c.Nom)
            .FirstOrDefault()
        // A part of a long name is often all that was typed: « seance » for « date_seance ».
        ?? connus
            .Where(c =>
                nom.Length >= 4 && (c.Contains(nom, StringComparison.Ordinal) || nom.Contains(c, StringComparison.Ordinal))
            )
            .OrderBy(c => Math.Abs(c.Length - nom.Length))
            .FirstOrDefault();

    /// <returns>Le nom, à deux lettres près : de quoi reconnaître un champ dans un texte sans y voir ce qui n'en est pas un.</returns>
    public static string? ADeuxLettresPres(string nom, IEnumerable<string> connus) =>
        connus.Where(c => Ecart(nom, c) <= 2).OrderBy(c => Ecart(nom, c)).FirstOrDefault();

    /// <summary>Distance de Levenshtein, deux lettres voisines permutées ne comptant que pour une faute.</summary>
    internal static int Ecart(string a, string b)
    {
        var lignes = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            lignes[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            lignes[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cout = a[i - 1] == b[j - 1] ? 0 : 1;
                var meilleur = Math.Min(Math.Min(lignes[i - 1, j] + 1, lignes[i, j - 1] + 1), lignes[i - 1, j - 1] + cout);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    meilleur = Math.Min(meilleur, lignes[i - 2, j - 2] + 1);
                }

                lignes[i, j] = meilleur;
            }
        }

        return lignes[a.Length, b.Length];
    }
}
