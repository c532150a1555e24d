namespace CdgMarches.App.Conventions;

/// <summary>Ce qu'une ligne devient d'un texte à l'autre.</summary>
public enum SortDUneLigne
{
    Gardee,
    Retiree,
    Ajoutee,
}

/// <summary>Compare deux textes ligne à ligne : la plus longue suite commune reste, le reste est retiré ou ajouté.</summary>
public static class DiffDeTextes
{
    /// <summary>Au-delà, la comparaison coûterait trop : tout est dit retiré puis ajouté.</summary>
    private const int LignesAuPlus = 2000;

    public static IReadOnlyList<(SortDUneLigne Sort, string Ligne)> Comparer(string? avant, string? apres)
    {
        var (a, b) = (Lignes(avant), Lignes(apres));
        return a.Length > LignesAuPlus || b.Length > LignesAuPlus
            ? [.. a.Select(l => (SortDUneLigne.Retiree, l)), .. b.Select(l => (SortDUneLigne.Ajoutee, l))]
            : Suivre(a, b, Communes(a, b));
    }

    private static string[] Lignes(string? texte) =>
        string.IsNullOrEmpty(texte) ? [] : texte.ReplaceLineEndings("\n").Split('\n');

    private static int[,] Communes(string[] a, string[] b)
    {
        var longueurs = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                longueurs[i, j] = a[i] == b[j] ? longueurs[i + 1, j + 1] + 1 : Math.Max(longueurs[i + 1, j], longueurs[i, j + 1]);
            }
        }

        return longueurs;
    }

    private static List<(SortDUneLigne, string)> Suivre(string[] a, string[] b, int[,] longueurs)
    {
        List<(SortDUneLigne, string)> diff = [];
        var (i, j) = (0, 0);
        while (i < a.Length || j < b.Length)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j])
            {
                diff.Add((SortDUneLigne.Gardee, a[i]));
                (i, j) = (i + 1, j + 1);
            }
            else if (i < a.Length && (j == b.Length || longueurs[i + 1, j] >= longueurs[i, j + 1]))
            {
                diff.Add((SortDUneLigne.Retiree, a[i++]));
            }
            else
            {
                diff.Add((SortDUneLigne.Ajoutee, b[j++]));
            }
        }

        return diff;
    }
}
