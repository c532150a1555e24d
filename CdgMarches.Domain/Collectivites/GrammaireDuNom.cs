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

    /// <summary>Les premiers mots qui disent déjà ce qu'est l'organisme ou l'acte, et leur article.</summary>
    private static readonly Dictionary<string, string> Articles = new(StringComparer.Ordinal)
    {
        ["ACCORD"] = "l'",
        ["ACTE"] = "l'",
        ["AGENCE"] = "l'",
        ["ANNEXE"] = "l'",
        ["ARRETE"] = "l'",
        ["ARTICLE"] = "l'",
        ["ASSOCIATION"] = "l'",
        ["AVENANT"] = "l'",
        ["BORDEREAU"] = "le ",
        ["CAHIER"] = "le ",
        ["CAISSE"] = "la ",
        ["CENTRE"] = "le ",
        ["CODE"] = "le ",
        ["COLLECTIVITE"] = "la ",
        ["COLLEGE"] = "le ",
        ["COMMUNAUTE"] = "la ",
        ["COMMUNE"] = "la ",
        ["CONTRAT"] = "le ",
        ["CONVENTION"] = "la ",
        ["DECISION"] = "la ",
        ["DELIBERATION"] = "la ",
        ["DEPARTEMENT"] = "le ",
        ["EHPAD"] = "l'",
        ["ETABLISSEMENT"] = "l'",
        ["FOYER"] = "le ",
        ["GRILLE"] = "la ",
        ["GROUPEMENT"] = "le ",
        ["INSTITUT"] = "l'",
        ["LETTRE"] = "la ",
        ["LYCEE"] = "le ",
        ["MAISON"] = "la ",
        ["METROPOLE"] = "la ",
        ["OFFICE"] = "l'",
        ["PAIERIE"] = "la ",
        ["PARC"] = "le ",
        ["POLE"] = "le ",
        ["PRESIDENT"] = "le ",
        ["RAPPORT"] = "le ",
        ["REGIE"] = "la ",
        ["REGION"] = "la ",
        ["REGLEMENT"] = "le ",
        ["RESIDENCE"] = "la ",
        ["SERVICE"] = "le ",
        ["SOCIETE"] = "la ",
        ["SYNDICAT"] = "le ",
        ["TRESORERIE"] = "la ",
        ["UNION"] = "l'",
        ["VILLE"] = "la ",
    };

    /// <summary>Les sigles qui en tiennent lieu.</summary>
    private static readonly Dictionary<string, string> ArticlesDesSigles = new(StringComparer.Ordinal)
    {
        ["CA"] = "la ",
        ["CC"] = "la ",
        ["CCAS"] = "le ",
        ["CDG"] = "le ",
        ["CIAS"] = "le ",
        ["CU"] = "la ",
        ["OPH"] = "l'",
        ["PETR"] = "le ",
        ["SDIS"] = "le ",
        ["SGC"] = "le ",
        ["SIVOM"] = "le ",
        ["SIVU"] = "le ",
    };

    private static readonly string[] ArticlesEcrits = ["La ", "Le ", "Les ", "L'"];

    /// <summary>La proposition faite à l'agent, d'après la catégorie et le nom ; il la corrige.</summary>
    public static GrammaireDuNom Proposer(CategorieDeCollectivite categorie, string nom)
    {
        var net = Texte.Net(nom) ?? "";
        var designation = Designer(Categorie.De(categorie), net);
        var nomAvecDe =
            categorie is CategorieDeCollectivite.Commune && !CommenceParUnMotConnu(net) ? De(net) : ContracterDe(designation);
        return new GrammaireDuNom(nomAvecDe, designation, ContracterDe(designation), ContracterA(designation));
    }

    /// <summary>Le nom précédé de « de » : « d'Arras », « du Touquet », « de La Couture », « de la convention », « du CDG 62 ».</summary>
    public static string De(string? nom) =>
        AvecArticle(nom) is var designe && PorteUnArticle(designe) ? ContracterDe(designe)
        : Apres(designe, "Le ") is { } masculin ? $"du {masculin}"
        : Apres(designe, "Les ") is { } pluriel ? $"des {pluriel}"
        : EstElide(designe) ? $"d'{designe}"
        : $"de {designe}".TrimEnd();

    /// <summary>Le nom précédé de « à » : « à Arras », « au Touquet », « à La Couture », « à la commune de Lens », « au CDG 62 ».</summary>
    public static string A(string? nom) =>
        AvecArticle(nom) is var designe && PorteUnArticle(designe) ? ContracterA(designe)
        : Apres(designe, "Le ") is { } masculin ? $"au {masculin}"
        : Apres(designe, "Les ") is { } pluriel ? $"aux {pluriel}"
        : $"à {designe}".TrimEnd();

    /// <summary>Le nom avec l'article qu'une phrase lui donne : « la convention d'accès », « le CDG 62 » ; un nom de lieu n'en prend pas.</summary>
    public static string AvecArticle(string? nom)
    {
        if (string.IsNullOrWhiteSpace(nom))
        {
            return "";
        }

        if (CommenceParUnMotConnu(nom))
        {
            return Articles[CleDeTri.De(PremierMot(nom))] + EnMinuscule(nom);
        }

        if (ArticlesDesSigles.TryGetValue(PremierMot(nom), out var article))
        {
            return article + nom;
        }

        return ArticlesEcrits
                .Select(a =>
                    Apres(nom, a) is { } suite && Articles.ContainsKey(CleDeTri.De(PremierMot(suite)))
                        ? a.ToLower(Francais.Culture) + suite
                        : null
                )
                .FirstOrDefault(designe => designe is not null)
            ?? nom;
    }

    private static string Designer(Categorie categorie, string nom)
    {
        if (CommenceParUnMotConnu(nom))
        {
            return Articles[CleDeTri.De(PremierMot(nom))] + EnMinuscule(nom);
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

    /// <summary>Le nom tel qu'une enveloppe le porte : « Commune d'Arras » pour « la commune d'Arras ».</summary>
    public static string SansArticle(string designation) =>
        ArticlesEcrits.Select(a => Apres(designation, a.ToLower(Francais.Culture))).FirstOrDefault(suite => suite is not null)
            is { } nom
            ? char.ToUpper(nom[0], Francais.Culture) + nom[1..]
            : designation;

    private static bool PorteUnArticle(string designe) =>
        Array.Exists(ArticlesEcrits, a => designe.StartsWith(a.ToLower(Francais.Culture), StringComparison.Ordinal));

    private static string EnMinuscule(string nom) =>
        EstUnSigle(PremierMot(nom)) ? nom : char.ToLower(nom[0], Francais.Culture) + nom[1..];

    private static bool CommenceParUnMotConnu(string nom) =>
        nom.Length > 0 && Articles.ContainsKey(CleDeTri.De(PremierMot(nom))) && PremierMot(nom).Length < nom.Length;

    private static string PremierMot(string nom) => nom.Split(' ', 2)[0];

    private static bool EstUnSigle(string mot) => mot.Length > 1 && mot.All(char.IsUpper);

    /// <summary>Voyelle, h (« d'Hesdin », l'usage des noms de lieux ; mais « de Hautecloque », h aspiré), ou y devant une consonne (« d'Ypres », mais « de Yutz »).</summary>
    private static bool EstElide(string nom)
    {
        var cle = CleDeTri.De(nom);
        return cle.Length > 0
            && !cle.StartsWith("HAUT", StringComparison.Ordinal)
            && (
                cle[0] is 'A' or 'E' or 'I' or 'O' or 'U' or 'H'
                || (cle[0] is 'Y' && (cle.Length == 1 || !"AEIOU".Contains(cle[1], StringComparison.Ordinal)))
            );
    }
}
