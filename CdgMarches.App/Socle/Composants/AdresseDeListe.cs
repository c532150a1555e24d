using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace CdgMarches.App.Socle.Composants;

/// <summary>L'état d'une liste tel que l'adresse de la page le porte : page, taille, tri, sens, q, et un paramètre par filtre.</summary>
public static class AdresseDeListe
{
    public const string Page = "page";
    public const string Taille = "taille";
    public const string Tri = "tri";
    public const string Sens = "sens";
    public const string Recherche = "q";
    public const string Masquees = "masquees";

    private static readonly HashSet<string> Reserves = [Page, Taille, Tri, Sens, Recherche, Masquees];

    /// <summary>Lit la demande ; ce qui ne se lit pas reprend sa valeur ordinaire, une adresse abîmée montre la première page.</summary>
    public static Demande Lire(string adresse, int taille = 25)
    {
        var parametres = Parametres(adresse);
        return new Demande(
            Nombre(parametres.GetValueOrDefault(Page), 1),
            Nombre(parametres.GetValueOrDefault(Taille), taille),
            parametres.GetValueOrDefault(Tri),
            parametres.GetValueOrDefault(Sens) == "desc",
            parametres.GetValueOrDefault(Recherche),
            parametres.Where(p => !Reserves.Contains(p.Key)).ToDictionary()
        );
    }

    public static IReadOnlySet<string> ColonnesMasquees(string adresse) =>
        Parametres(adresse).GetValueOrDefault(Masquees, "").Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet();

    /// <summary>L'adresse de l'export : celle donnée, avec ce que la liste affiche filtré et trié, sans la pagination.</summary>
    public static string Exporter(string export, string adresse) =>
        Parametres(adresse)
            .Where(p => p.Key is not (Page or Taille or Masquees))
            .Aggregate(export, (e, p) => QueryHelpers.AddQueryString(e, p.Key, p.Value));

    /// <summary>Ce que l'on voit, sans la page où l'on en est : ce qui suit le « ? » de l'adresse.</summary>
    public static string Requete(string adresse) =>
        Parametres(adresse)
            .Where(p => p.Key is not Page)
            .Aggregate("", (e, p) => QueryHelpers.AddQueryString(e, p.Key, p.Value))
            .TrimStart('?');

    /// <summary>Vrai quand deux demandes sont la même, filtres compris.</summary>
    public static bool EstLaMeme(Demande une, Demande autre) =>
        une with { Filtres = null } == autre with { Filtres = null }
        && (une.Filtres ?? Vide).OrderBy(f => f.Key).SequenceEqual((autre.Filtres ?? Vide).OrderBy(f => f.Key));

    private static Dictionary<string, string> Vide { get; } = [];

    private static Dictionary<string, string> Parametres(string adresse) =>
        QueryHelpers
            .ParseQuery(new Uri(adresse, UriKind.Absolute).Query)
            .Where(p => !string.IsNullOrEmpty(p.Value))
            .ToDictionary(p => p.Key, p => p.Value[0]!, StringComparer.Ordinal);

    private static int Nombre(string? texte, int defaut) =>
        int.TryParse(texte, NumberStyles.None, CultureInfo.InvariantCulture, out var lu) && lu is > 0 and < 1_000_000
            ? lu
            : defaut;
}
