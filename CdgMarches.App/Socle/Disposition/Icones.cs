using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Socle.Disposition;

/// <summary>Les pictogrammes de la navigation, dessinés une fois pour toutes.</summary>
/// <remarks>Du texte et non un composant : chaque circuit en garderait un par entrée de menu.</remarks>
internal static class Icones
{
    private const string Reglages =
        "M12 15a3 3 0 100-6 3 3 0 000 6zM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M5.6 18.4l2.1-2.1M16.3 7.7l2.1-2.1";

    private static readonly Dictionary<string, MarkupString> Dessinees = new (string Nom, string Trace)[]
    {
        ("menu", "M4 7h16M4 12h16M4 17h16"),
        ("accueil", "M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6"),
        ("mairie", "M4 20h16M6 20V10M10 20V10M14 20V10M18 20V10M3 10h18L12 4z"),
        (
            "groupe",
            "M9 11a3 3 0 100-6 3 3 0 000 6zM3 19c0-3.5 2.7-5 6-5s6 1.5 6 5M16 5.5a3 3 0 010 5M17.5 14.3c2.2.6 3.5 2 3.5 4.7"
        ),
        ("recensement", "M8 5H6v15h12V5h-2M9 3h6v4H9zM9 12h6M9 16h6"),
        ("procedure", "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h4"),
        (
            "commission",
            "M12 4a2.5 2.5 0 110 5 2.5 2.5 0 010-5zM5 8a2 2 0 110 4 2 2 0 010-4zM19 8a2 2 0 110 4 2 2 0 010-4zM3 18c0-2 1-3.5 3-3.5M21 18c0-2-1-3.5-3-3.5M7 19c0-4 2-6.5 5-6.5s5 2.5 5 6.5z"
        ),
        ("document", "M6 3h9l4 4v14H6zM15 3v4h4M9 11h7M9 14h7M9 17h4"),
        ("calendrier", "M5 5h14v15H5zM5 9h14M8 3v4M16 3v4M9 13h2M13 13h2M9 16h2"),
        ("courriel", "M3 6h18v12H3zM3 7l9 6 9-6"),
        ("convention", "M6 3h12v18H6zM9 8h6M9 12h6M9 16.5c1-1.5 2-1.5 3 0s2 1.5 3 0"),
        ("contribution", "M5 4h14v16l-3-2-2 2-2-2-2 2-2-2-3 2zM9 9h6M9 13h6"),
        ("synthese", "M4 20V4M4 20h16M8 16v-4M12 16V8M16 16v-6"),
    }.ToDictionary(i => i.Nom, i => Dessiner(i.Trace), StringComparer.Ordinal);

    private static readonly MarkupString ParDefaut = Dessiner(Reglages);

    public static MarkupString De(string nom) => Dessinees.GetValueOrDefault(nom, ParDefaut);

    private static MarkupString Dessiner(string trace) =>
        new(
            $"""<svg class="icone" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false"><path d="{trace}" /></svg>"""
        );
}
