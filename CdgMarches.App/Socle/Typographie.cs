namespace CdgMarches.App.Socle;

/// <summary>Les espaces qu'une ligne ne coupe pas : fine devant « ; ? ! », entière devant « : » et dans les guillemets.</summary>
public static class Typographie
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
}
