using CdgMarches.App.Guide;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Espace;

/// <summary>Les mots du métier et leur définition, lus du glossaire : une seule source pour l'écran, le papier et l'aide.</summary>
public static class Definitions
{
    private static readonly Dictionary<string, string> ParMot = Lire();

    /// <returns>La définition, ou null si le glossaire ne connaît pas ce mot.</returns>
    public static string? De(string mot) => ParMot.GetValueOrDefault(CleDeTri.De(mot));

    private static Dictionary<string, string> Lire()
    {
        Dictionary<string, string> definitions = [];
        foreach (var ligne in Guides.Glossaire.Texte.ReplaceLineEndings("\n").Split('\n'))
        {
            if (ligne.Split('|', StringSplitOptions.TrimEntries) is ["", { Length: > 0 } terme, { Length: > 0 } definition, ..])
            {
                definitions.TryAdd(CleDeTri.De(terme), definition);
            }
        }

        return definitions;
    }
}
