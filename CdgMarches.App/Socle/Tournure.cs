using System.Text.RegularExpressions;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Socle;

/// <summary>Ce qu'un modèle met devant un champ pour que sa phrase s'accorde : <c>{{de membre}}</c>, <c>{{à membre}}</c>, <c>{{le fondement}}</c>.</summary>
/// <remarks>L'élision et la contraction dépendent de la valeur, que l'on ne connaît qu'en écrivant : « d'Arras », « du Touquet ».</remarks>
public static partial class Tournure
{
    /// <summary>Ce que la liste des champs en dit.</summary>
    public const string Aide =
        "Devant un nom, « de », « à » ou « le » s'accordent s'ils sont dans les accolades : {{de membre}} donne « d'Arras » ou « du Touquet », {{Le fondement}} donne « La convention… ».";

    /// <param name="ecrit">Ce qui est entre les accolades.</param>
    /// <returns>La tournure, vide s'il n'y en a pas, et le nom du champ.</returns>
    public static (string Mot, string Champ) Lire(string ecrit) =>
        Forme().Match(ecrit) is { Success: true } forme ? (forme.Groups[1].Value, forme.Groups[2].Value.Trim()) : ("", ecrit);

    /// <summary>La valeur dans sa tournure ; une majuscule à la tournure en donne une à la phrase.</summary>
    public static string? Dire(string mot, string? valeur)
    {
        if (mot.Length == 0 || string.IsNullOrWhiteSpace(valeur))
        {
            return valeur;
        }

        var dite = char.ToLower(mot[0], Francais.Culture) switch
        {
            'd' => GrammaireDuNom.De(valeur),
            'l' => GrammaireDuNom.AvecArticle(valeur),
            _ => GrammaireDuNom.A(valeur),
        };
        return char.IsUpper(mot[0]) ? char.ToUpper(dite[0], Francais.Culture) + dite[1..] : dite;
    }

    [GeneratedRegex(@"^(de|à|le)\s+(.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Forme();
}
