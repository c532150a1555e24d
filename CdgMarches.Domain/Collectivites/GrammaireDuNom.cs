using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Collectivites;

/// <summary>Les tournures par lesquelles les lettres et les actes nomment la collectivité.</summary>
/// <param name="NomAvecDe">« d'Arras », « du Touquet-Paris-Plage », « de la communauté de communes du Ternois » : « le maire … ».</param>
/// <param name="Designation">« la commune d'Arras ».</param>
/// <param name="DesignationAvecDe">« de la commune d'Arras ».</param>
/// <param name="DesignationAvecA">« à la commune d'Arras ».</param>
public sealed record GrammaireDuNom(string NomAvecDe, string Designation, string DesignationAvecDe, string DesignationAvecA)
{
    public const int LongueurMax = 260;

    /// <summary>Les premiers mots qui disent déjà ce qu'est l'organisme, et leur article.</summary>
    private static readonly Dictionary<string, string> Articles = new(StringComparer.Ordinal)
    {
        ["AGENCE"] = "l'",
        ["ASSOCIATION"] = "l'",
        ["CAISSE"] = "la ",
        ["CENTRE"] = "le ",
        ["COLLECTIVITE"] = "la ",
        ["COLLEGE"] = "le ",
        ["COMMUNAUTE"] = "la ",
        ["COMMUNE"] = "la ",
        ["DEPARTEMENT"] = "le ",
        ["EHPAD"] = "l'",
        ["ETABLISSEMENT"] = "l'",
        ["FOYER"] = "le ",
        ["GROUPEMENT"] = "le ",
        ["INSTITUT"] = "l'",
        ["LYCEE"] = "le ",
        ["MAISON"] = "la ",
        ["METROPOLE"] = "la ",
        ["OFFICE"] = "l'",
        ["PARC"] = "le ",
        ["POLE"] = "le ",
        ["REGIE"] = "la ",
        ["REGION"] = "la ",
        ["RESIDENCE"] = "la ",
        ["SERVICE"] = "le ",
        ["SOCIETE"] = "la ",
        ["SYNDICAT"] = "le ",
        ["UNION"] = "l'",
        ["VILLE"] = "la ",
    };

    /// <summary>La proposition faite à l'agent, d'après la catégorie et le nom ; il la corrige.</summary>
    public static GrammaireDuNom Proposer(CategorieDeCollectivite categorie, string nom)
    {
        var net = Texte.Net(nom) ?? "";
        var designation = Designer(Categorie.De(categorie), net);
        var nomAvecDe =
            categorie is CategorieDeCollectivite.Commune && !CommenceParUnMotConnu(net) ? De(net) : ContracterDe(designation);
        return new GrammaireDuNom(nomAvecDe, designation, ContracterDe(designation), ContracterA(designation));
    }

    /// <summary>Le nom propre précédé de « de » : « d'Arras », « du Touquet », « des Attaques », « de La Couture ».</summary>
    public static string De(string nom) =>
        nom switch
        {
            _ when Apres(nom, "Le ") is { } suite => $"du {suite}",
            _ when Apres(nom, "Les ") is { } suite => $"des {suite}",
            _ when EstElide(nom) => $"d'{nom}",
            _ => $"de {nom}",
        };

    private static string Designer(Categorie categorie, string nom)
    {
        if (CommenceParUnMotConnu(nom))
        {
            var article = Articles[CleDeTri.De(PremierMot(nom))];
            return article + (EstUnSigle(PremierMot(nom)) ? nom : char.ToLower(nom[0], Francais.Culture) + nom[1..]);
        }

        if (categorie.Sigle is { } sigle && string.Equals(PremierMot(nom), sigle, StringComparison.OrdinalIgnoreCase))
        {
            return $"{categorie.Designation} {nom[sigle.Length..].TrimStart()}".TrimEnd();
        }

        var porteUnLieu =
            categorie.Code
            is CategorieDeCollectivite.Commune
                or CategorieDeCollectivite.Ccas
                or CategorieDeCollectivite.CaisseDesEcoles;
        return $"{categorie.Designation} {(porteUnLieu ? De(nom) : nom)}";
    }

    private static string ContracterDe(string designation) =>
        Apres(designation, "le ") is { } masculin ? $"du {masculin}"
        : Apres(designation, "les ") is { } pluriel ? $"des {pluriel}"
        : $"de {designation}";

    private static string ContracterA(string designation) =>
        Apres(designation, "le ") is { } masculin ? $"au {masculin}"
        : Apres(designation, "les ") is { } pluriel ? $"aux {pluriel}"
        : $"à {designation}";

    private static string? Apres(string nom, string debut) =>
        nom.StartsWith(debut, StringComparison.Ordinal) && nom.Length > debut.Length ? nom[debut.Length..] : null;

    private static bool CommenceParUnMotConnu(string nom) =>
        nom.Length > 0 && Articles.ContainsKey(CleDeTri.De(PremierMot(nom))) && PremierMot(nom).Length < nom.Length;

    private static string PremierMot(string nom) => nom.Split(' ', 2)[0];

    private static bool EstUnSigle(string mot) => mot.Length > 1 && mot.All(char.IsUpper);

    /// <summary>Voyelle, h (« d'Hesdin », l'usage des noms de lieux), ou y devant une consonne (« d'Ypres », mais « de Yutz »).</summary>
    private static bool EstElide(string nom)
    {
        var cle = CleDeTri.De(nom);
        return cle.Length > 0
            && (
                cle[0] is 'A' or 'E' or 'I' or 'O' or 'U' or 'H'
                || (cle[0] is 'Y' && (cle.Length == 1 || !"AEIOU".Contains(cle[1], StringComparison.Ordinal)))
            );
    }
}
