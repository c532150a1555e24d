using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Contributions;

/// <summary>Le texte qu'un agent a écrit d'un acte (« Délibération du… »), mis dans une phrase avec son article.</summary>
internal static class Citation
{
    private static readonly Dictionary<string, string> Articles = new(StringComparer.Ordinal)
    {
        ["ANNEXE"] = "l'",
        ["ARRETE"] = "l'",
        ["ARTICLE"] = "l'",
        ["AVENANT"] = "l'",
        ["CONVENTION"] = "la ",
        ["DECISION"] = "la ",
        ["DELIBERATION"] = "la ",
        ["GRILLE"] = "la ",
        ["REGLEMENT"] = "le ",
    };

    /// <summary>« la délibération du 10 décembre 2024 » ; inchangé quand le premier mot n'appelle pas d'article connu.</summary>
    public static string? De(string? texte)
    {
        if (texte?.Trim() is not { Length: > 0 } net)
        {
            return null;
        }

        return Articles.TryGetValue(CleDeTri.De(net.Split(' ', 2)[0]), out var article)
            ? article + char.ToLower(net[0], Francais.Culture) + net[1..]
            : net;
    }
}
