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

    public static UnGuide Glossaire { get; } = Lire("GLOSSAIRE.md", "glossaire");

    public static UnGuide? De(string nom) => nom == Glossaire.Nom ? Glossaire : Tous.FirstOrDefault(g => g.Nom == nom);

    private static UnGuide Lire(string ressource, string nom)
    {
        using var flux = typeof(Guides).Assembly.GetManifestResourceStream(ressource)!;
        using var lecteur = new StreamReader(flux);
        var texte = lecteur.ReadToEnd();
        return new UnGuide(nom, TexteEnHtml.TitreDe(texte), texte);
    }
}
