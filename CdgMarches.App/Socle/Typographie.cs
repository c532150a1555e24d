using System.Text.RegularExpressions;

namespace CdgMarches.App.Socle;

/// <summary>Les espaces qu'une ligne ne coupe pas : fine devant « ; ? ! », entière devant « : » et dans les guillemets.</summary>
public static partial class Typographie
{
    /// <param name="texte">Un texte écrit par l'application ou par un modèle ; jamais ce qu'une personne a tapé, qui ne se retouche pas.</param>
    public static string Insecables(string texte) =>
        texte
            .Replace(" ;", $"{Formats.Fine};", StringComparison.Ordinal)
            .Replace(" ?", $"{Formats.Fine}?", StringComparison.Ordinal)
            .Replace(" !", $"{Formats.Fine}!", StringComparison.Ordinal)
            .Replace(" :", $"{Formats.Insecable}:", StringComparison.Ordinal)
            .Replace("« ", $"«{Formats.Insecable}", StringComparison.Ordinal)
            .Replace(" »", $"{Formats.Insecable}»", StringComparison.Ordinal);

    /// <summary>La valeur telle qu'elle s'écrit à cet endroit : ce qu'elle cite prend les guillemets “ ” dans une phrase déjà entre « ».</summary>
    /// <param name="avant">Le texte qui la précède dans le paragraphe.</param>
    /// <param name="valeur">La valeur d'un champ.</param>
    public static string? Imbriquer(ReadOnlySpan<char> avant, string? valeur) =>
        valeur?.Contains('«', StringComparison.Ordinal) is true && avant.Count('«') > avant.Count('»')
            ? Guillemets().Replace(valeur, m => m.Value.Contains('«', StringComparison.Ordinal) ? "“" : "”")
            : valeur;

    /// <summary>Un titre entre guillemets ; ce qu'il cite lui-même prend les guillemets “ ”.</summary>
    /// <param name="titre">Le titre d'un document, d'un travail, d'un groupement.</param>
    public static string Citer(string? titre) => $"« {Imbriquer("«", titre)} »";

    [GeneratedRegex(@"«[ \u00A0\u202F]?|[ \u00A0\u202F]?»")]
    private static partial Regex Guillemets();
}
