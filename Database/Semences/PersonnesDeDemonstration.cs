using System.Globalization;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Database.Semences;

/// <summary>Des personnes inventées : des prénoms courants, des noms d'arbres et de fleurs que l'on ne prendra pas pour vrais.</summary>
internal static class PersonnesDeDemonstration
{
    private static readonly (Civilite Civilite, string Prenom)[] Prenoms =
    [
        (Civilite.Madame, "Agathe"),
        (Civilite.Monsieur, "Basile"),
        (Civilite.Madame, "Clémence"),
        (Civilite.Monsieur, "Damien"),
        (Civilite.Madame, "Elsa"),
        (Civilite.Monsieur, "Firmin"),
        (Civilite.Madame, "Garance"),
        (Civilite.Monsieur, "Honoré"),
        (Civilite.Madame, "Irène"),
        (Civilite.Monsieur, "Jonas"),
        (Civilite.Madame, "Katell"),
        (Civilite.Monsieur, "Lucien"),
        (Civilite.Madame, "Mathilde"),
        (Civilite.Monsieur, "Noé"),
        (Civilite.Madame, "Ombeline"),
        (Civilite.Monsieur, "Pacôme"),
        (Civilite.Madame, "Rosalie"),
    ];

    private static readonly string[] Noms =
    [
        "Aubépine",
        "Bruyère-Lande",
        "Chèvrefeuille",
        "Digitale",
        "Églantier",
        "Fusain",
        "Genévrier",
        "Hellébore",
        "Jonquillier",
        "Liseron",
        "Mélèze",
        "Nénuphar",
        "Ormeraie",
        "Primevère",
        "Roselière",
        "Sorbier",
        "Troène",
        "Valériane",
        "Verveine",
    ];

    /// <summary>La n-ième personne : 17 prénoms et 19 noms, premiers entre eux, donnent 323 personnes différentes.</summary>
    public static CoordonneesDeContact Numero(int rang, string boite)
    {
        var (civilite, prenom) = Prenoms[rang % Prenoms.Length];
        var nom = Noms[rang % Noms.Length];
        return new CoordonneesDeContact(
            civilite,
            nom,
            prenom,
            $"{boite}@demonstration.example",
            string.Create(CultureInfo.InvariantCulture, $"03 21 99 {rang / 100 % 100:D2} {rang % 100:D2}")
        );
    }

    /// <summary>La qualité accordée : « Maire », « Président », « Présidente ».</summary>
    public static string Qualite(CategorieDeCollectivite categorie, Civilite? civilite) =>
        categorie is CategorieDeCollectivite.Commune ? "Maire"
        : civilite is Civilite.Madame ? "Présidente"
        : "Président";

    /// <summary>Un SIRET valide au NIC fictif : les vrais numéros internes de classement ne commencent pas par 999.</summary>
    public static Siret SiretFictif(string siren) =>
        Enumerable
            .Range(0, 10)
            .Select(cle => string.Create(CultureInfo.InvariantCulture, $"{siren}9990{cle}"))
            .Select(numero => Siret.TryParse(numero, out var siret) ? siret : null)
            .OfType<Siret>()
            .First();
}
