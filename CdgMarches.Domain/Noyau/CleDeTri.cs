using System.Globalization;
using System.Text;

namespace CdgMarches.Domain.Noyau;

/// <summary>La clé d'un nom pour trier et chercher, la même sur les deux moteurs et en C#.</summary>
/// <remarks>
/// Casse et accents repliés, ligatures ouvertes, traits d'union et apostrophes comme des espaces, les mots entiers
/// « ST » et « STE » comme « SAINT » et « SAINTE » : « St-Omer », « saint omer » et « SAINT-OMER » ont la même clé.
/// </remarks>
public static class CleDeTri
{
    public static string De(string? texte)
    {
        if (string.IsNullOrWhiteSpace(texte))
        {
            return "";
        }

        var plie = new StringBuilder(texte.Length + 4);
        foreach (var c in texte.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            _ = c switch
            {
                'œ' or 'Œ' => plie.Append("OE"),
                'æ' or 'Æ' => plie.Append("AE"),
                'ß' => plie.Append("SS"),
                _ when char.IsLetterOrDigit(c) => plie.Append(char.ToUpperInvariant(c)),
                '.' => plie,
                _ => plie.Append(' '),
            };
        }

        return string.Join(' ', plie.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Deplier));
    }

    /// <summary>Les mots d'une recherche, repliés ; un nom répond s'il contient chacun d'eux.</summary>
    public static IReadOnlyList<string> Mots(string? recherche) =>
        De(recherche).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Deplier(string mot) =>
        mot switch
        {
            "ST" => "SAINT",
            "STE" => "SAINTE",
            _ => mot,
        };
}
