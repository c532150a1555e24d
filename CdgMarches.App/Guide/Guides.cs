namespace CdgMarches.App.Guide;

/// <summary>Un guide pas à pas, écrit dans <c>docs/guide</c> et embarqué dans l'application.</summary>
/// <param name="Nom">Le nom dans l'adresse.</param>
/// <param name="Titre">Le titre, première ligne du texte.</param>
/// <param name="Texte">Le texte, en Markdown.</param>
public sealed record UnGuide(string Nom, string Titre, string Texte)
{
    public string Adresse => $"/aide/{Nom}";
}

/// <summary>Les guides et le glossaire, lus une fois dans l'assemblage.</summary>
public static class Guides
{
    public static IReadOnlyList<UnGuide> Tous { get; } =
    [
        .. typeof(Guides)
            .Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith("guide/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => Lire(n, Path.GetFileNameWithoutExtension(n)[3..])),
    ];

    /// <summary>Le glossaire du domaine, sans ce qui n'intéresse que ses développeurs : l'avertissement de tête et les types.</summary>
    public static UnGuide Glossaire { get; } = PourLesLecteurs(Lire("GLOSSAIRE.md", "glossaire"));

    public static UnGuide? De(string nom) => nom == Glossaire.Nom ? Glossaire : Tous.FirstOrDefault(g => g.Nom == nom);

    private static UnGuide PourLesLecteurs(UnGuide glossaire)
    {
        var lignes = glossaire
            .Texte.ReplaceLineEndings("\n")
            .Split('\n')
            .SkipWhile(l => !l.StartsWith("## ", StringComparison.Ordinal));
        return glossaire with { Texte = string.Join('\n', lignes.Select(SansDerniereCellule)) };
    }

    private static string SansDerniereCellule(string ligne) =>
        ligne.TrimEnd().EndsWith('|') && ligne.TrimEnd()[..^1].LastIndexOf('|') is > 0 and var coupure
            ? ligne[..(coupure + 1)]
            : ligne;

    private static UnGuide Lire(string ressource, string nom)
    {
        using var flux = typeof(Guides).Assembly.GetManifestResourceStream(ressource)!;
        using var lecteur = new StreamReader(flux);
        var texte = lecteur.ReadToEnd();
        return new UnGuide(nom, TexteEnHtml.TitreDe(texte), texte);
    }
}
