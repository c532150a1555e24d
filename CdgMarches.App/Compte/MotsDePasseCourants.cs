using System.Collections.Frozen;
using System.Text;
using CdgMarches.Database;

namespace CdgMarches.App.Compte;

/// <summary>La liste des mots de passe que tout le monde essaie d'abord.</summary>
/// <remarks>
/// Un mot de passe y est cherché sans la casse ni les accents, sans les chiffres et signes de ses deux bouts, et avec les
/// substitutions usuelles défaites (« M0tDeP@sse2026 ! » est « motdepasse ») ; répéter un mot courant ne le change pas.
/// </remarks>
public sealed class MotsDePasseCourants
{
    private const string Ressource = "mots-de-passe-courants.txt";
    private readonly Lazy<FrozenSet<string>> _liste = new(Lire);

    public int Nombre => _liste.Value.Count;

    public bool Contient(string motDePasse)
    {
        var replie = Replier(motDePasse);
        if (_liste.Value.Contains(replie) || EstMonotone(replie))
        {
            return true;
        }

        var nu = replie.Trim(ChiffresEtSignes);
        return EstUnMotCourant(nu)
            || EstUnMotCourant(Defaire(nu))
            || EstUnMotCourant(string.Concat(nu.Where(char.IsLetterOrDigit)));
    }

    private static char[] ChiffresEtSignes { get; } =
    [.. Enumerable.Range(32, 95).Select(c => (char)c).Where(c => !char.IsLetter(c))];

    private bool EstUnMotCourant(string mot) => mot.Length > 0 && (_liste.Value.Contains(mot) || EstRepete(mot));

    /// <summary>« azertyazerty », « bonjour-bonjour » : le même mot courant, plusieurs fois.</summary>
    private bool EstRepete(string mot)
    {
        var lettres = string.Concat(mot.Where(char.IsLetter));
        for (var longueur = 1; longueur <= lettres.Length / 2; longueur++)
        {
            var motif = lettres[..longueur];
            if (
                lettres.Length % longueur == 0
                && (longueur < 4 || _liste.Value.Contains(motif))
                && lettres == string.Concat(Enumerable.Repeat(motif, lettres.Length / longueur))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Un seul caractère répété, ou des caractères qui se suivent (« 123456789012 », « abcdefghijkl »).</summary>
    private static bool EstMonotone(string texte)
    {
        var ecarts = texte.Zip(texte.Skip(1), (a, b) => b - a).ToList();
        return ecarts.Count > 0
            && (ecarts.TrueForAll(e => e is 0) || ecarts.TrueForAll(e => e is 1 or -9) || ecarts.TrueForAll(e => e is -1 or 9));
    }

    private static string Replier(string texte)
    {
        var replie = new StringBuilder(texte.Length);
        foreach (var c in texte.Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(c) is not System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                replie.Append(char.ToLowerInvariant(c));
            }
        }

        return replie.ToString();
    }

    private static string Defaire(string replie) =>
        string.Concat(
            replie.Select(c =>
                c switch
                {
                    '0' => 'o',
                    '1' or '!' => 'i',
                    '3' => 'e',
                    '4' or '@' => 'a',
                    '5' or '$' => 's',
                    '7' => 't',
                    _ => c,
                }
            )
        );

    private static FrozenSet<string> Lire()
    {
        var assemblage = typeof(MarchesDbContext).Assembly;
        var nom = assemblage.GetManifestResourceNames().Single(n => n.EndsWith(Ressource, StringComparison.Ordinal));
        using var lecteur = new StreamReader(assemblage.GetManifestResourceStream(nom)!);
        return lecteur
            .ReadToEnd()
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(l => l[0] != '#')
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
