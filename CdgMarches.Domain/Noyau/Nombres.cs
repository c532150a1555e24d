namespace CdgMarches.Domain.Noyau;

/// <summary>Les petits nombres en lettres, comme une convention les écrit.</summary>
public static class Nombres
{
    private static readonly string[] Lettres =
    [
        "zéro",
        "un",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "neuf",
        "dix",
        "onze",
        "douze",
    ];

    public static string EnLettres(int nombre) =>
        nombre >= 0 && nombre < Lettres.Length ? Lettres[nombre] : nombre.ToString(Francais.Culture);

    /// <summary>« un an », « trois ans ».</summary>
    public static string Annees(int nombre) => nombre == 1 ? "un an" : $"{EnLettres(nombre)} ans";

    /// <summary>« deux mois ».</summary>
    public static string Mois(int nombre) => $"{EnLettres(nombre)} mois";

    /// <summary>« 30 jours ».</summary>
    public static string Jours(int nombre) => nombre == 1 ? "un jour" : $"{EnLettres(nombre)} jours";
}
