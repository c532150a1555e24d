using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CdgMarches.App.Socle;

/// <summary>
/// Lit ce qu'un agent tape ou colle, sans dépendre de la culture : espaces ordinaires, insécables et fines entre les
/// milliers, virgule ou point pour les décimales. Chaque refus est une phrase qui cite la saisie.
/// </summary>
public static partial class Saisie
{
    /// <summary>Les plus grands nombres admis : au-delà, c'est une erreur de frappe ou un numéro collé par mégarde.</summary>
    public const long QuantiteMaximale = 999_999_999;

    public const long MontantMaximal = 99_999_999_999;

    public const int AnneeMinimale = 1900;

    public const int AnneeMaximale = 2199;

    /// <summary>Une quantité, en millièmes (<c>1 234,5</c> → 1 234 500), positive ou nulle, à trois décimales au plus.</summary>
    public static bool TryQuantite(string? saisie, out long milliemes, out string? erreur)
    {
        milliemes = 0;
        if (!TryDecimal(saisie, 3, QuantiteMaximale, out var valeur, out erreur))
        {
            return false;
        }

        if (valeur < 0)
        {
            erreur = $"{Citer(saisie)} est négatif ; une quantité est positive ou nulle.";
            return false;
        }

        milliemes = (long)(valeur * 1000);
        return true;
    }

    /// <summary>Un montant, en centimes (<c>1 234,56 € HT</c> → 123 456), à deux décimales au plus.</summary>
    /// <param name="saisie">Ce qui a été tapé ; « € », « EUR », « HT » et « TTC » en fin de saisie sont admis.</param>
    /// <param name="centimes">Le montant lu.</param>
    /// <param name="erreur">La phrase de refus.</param>
    /// <param name="negatifPermis">Les avoirs et corrections de titres sont négatifs ; le besoin d'un membre jamais.</param>
    public static bool TryMontant(string? saisie, out long centimes, out string? erreur, bool negatifPermis = false)
    {
        centimes = 0;
        var nombre = saisie is null ? null : Monnaie().Replace(saisie, string.Empty);
        if (!TryDecimal(nombre, 2, MontantMaximal, out var valeur, out erreur))
        {
            return false;
        }

        if (valeur < 0 && !negatifPermis)
        {
            erreur = $"{Citer(saisie)} est négatif ; le montant attendu est positif ou nul.";
            return false;
        }

        centimes = (long)(valeur * 100);
        return true;
    }

    /// <summary>Un nombre entier, positif ou nul.</summary>
    public static bool TryEntier(string? saisie, out long valeur, out string? erreur)
    {
        valeur = 0;
        if (!TryDecimal(saisie, 0, QuantiteMaximale, out var lue, out erreur))
        {
            return false;
        }

        if (lue < 0)
        {
            erreur = $"{Citer(saisie)} est négatif ; le nombre attendu est positif ou nul.";
            return false;
        }

        valeur = (long)lue;
        return true;
    }

    /// <summary>Un nombre décimal signé.</summary>
    /// <param name="saisie">Ce qui a été tapé.</param>
    /// <param name="decimales">Nombre de décimales admises ; les zéros superflus ne comptent pas.</param>
    /// <param name="maximum">La plus grande valeur absolue admise.</param>
    /// <param name="valeur">Le nombre lu.</param>
    /// <param name="erreur">La phrase de refus.</param>
    public static bool TryDecimal(string? saisie, int decimales, long maximum, out decimal valeur, out string? erreur)
    {
        valeur = 0;
        erreur = null;
        if (string.IsNullOrWhiteSpace(saisie))
        {
            erreur = "Aucune valeur n'est saisie.";
            return false;
        }

        var forme = Nombre().Match(Espaces(saisie));
        if (!forme.Success)
        {
            erreur = PourquoiPasUnNombre(saisie);
            return false;
        }

        var entiers = forme.Groups["entiers"].Value.Replace(" ", string.Empty, StringComparison.Ordinal).TrimStart('0');
        var fraction = forme.Groups["fraction"].Value.TrimEnd('0');
        if (fraction.Length > decimales)
        {
            erreur = decimales switch
            {
                0 => $"{Citer(saisie)} n'est pas un nombre entier.",
                1 => $"{Citer(saisie)} a plus d'une décimale.",
                _ => $"{Citer(saisie)} a plus de {decimales} décimales.",
            };
            return false;
        }

        if (
            entiers.Length > 18
            || (valeur = decimal.Parse($"0{entiers}.{fraction}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture))
                > maximum
        )
        {
            valeur = 0;
            erreur = $"{Citer(saisie)} est trop grand ; le maximum est {Formats.Nombre(maximum)}.";
            return false;
        }

        valeur = forme.Groups["signe"].Length > 0 ? -valeur : valeur;
        return true;
    }

    /// <summary>Une date : <c>jj/mm/aaaa</c>, <c>j/m/aaaa</c>, <c>jj-mm-aaaa</c>, <c>jj.mm.aaaa</c> ou <c>aaaa-mm-jj</c>.</summary>
    public static bool TryDate(string? saisie, out DateOnly valeur, out string? erreur)
    {
        valeur = default;
        erreur = null;
        if (string.IsNullOrWhiteSpace(saisie))
        {
            erreur = "Aucune date n'est saisie.";
            return false;
        }

        var forme = Date().Match(Espaces(saisie));
        if (!forme.Success)
        {
            erreur = AnneeCourte().IsMatch(Espaces(saisie))
                ? $"{Citer(saisie)} : écrivez l'année sur quatre chiffres."
                : $"{Citer(saisie)} n'est pas une date ; écrivez jj/mm/aaaa, par exemple 16/03/2026.";
            return false;
        }

        var (jour, mois, annee) = (Entier(forme, "jour"), Entier(forme, "mois"), Entier(forme, "annee"));
        if (annee is < AnneeMinimale or > AnneeMaximale)
        {
            erreur =
                $"{Citer(saisie)} : l'année {annee} n'est pas vraisemblable ; elle est attendue entre {AnneeMinimale} et {AnneeMaximale}.";
            return false;
        }

        if (mois is < 1 or > 12 || jour < 1 || jour > DateTime.DaysInMonth(annee, mois))
        {
            erreur = $"{Citer(saisie)} n'existe pas dans le calendrier.";
            return false;
        }

        valeur = new DateOnly(annee, mois, jour);
        return true;
    }

    /// <summary>Une heure : <c>14 h 30</c>, <c>14h30</c>, <c>14:30</c> ou <c>14 h</c>.</summary>
    public static bool TryHeure(string? saisie, out TimeOnly valeur, out string? erreur)
    {
        valeur = default;
        erreur = null;
        if (string.IsNullOrWhiteSpace(saisie))
        {
            erreur = "Aucune heure n'est saisie.";
            return false;
        }

        var forme = Heure().Match(Espaces(saisie));
        var (heures, minutes) = forme.Success
            ? (Entier(forme, "h"), forme.Groups["m"].Success ? Entier(forme, "m") : 0)
            : (99, 0);
        if (heures > 23 || minutes > 59)
        {
            erreur = $"{Citer(saisie)} n'est pas une heure ; écrivez par exemple 14 h 30.";
            return false;
        }

        valeur = new TimeOnly(heures, minutes);
        return true;
    }

    /// <summary>Ramène toute espace (insécable, fine, tabulation) à une espace ordinaire et ôte les invisibles.</summary>
    public static string Espaces(string saisie)
    {
        var sortie = new StringBuilder(saisie.Length);
        foreach (var c in saisie)
        {
            if (char.IsWhiteSpace(c))
            {
                if (sortie.Length > 0 && sortie[^1] != ' ')
                {
                    sortie.Append(' ');
                }
            }
            else if (char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control))
            {
                sortie.Append(c);
            }
        }

        return sortie.ToString().TrimEnd();
    }

    /// <summary>La saisie entre guillemets, coupée si elle est longue, pour les messages.</summary>
    internal static string Citer(string? saisie)
    {
        var texte = Espaces(saisie ?? string.Empty);
        return texte.Length <= 40 ? $"« {texte} »" : $"« {texte[..39]}… »";
    }

    private static string PourquoiPasUnNombre(string saisie)
    {
        var texte = Espaces(saisie);
        if (texte.Count(c => c is ',' or '.') > 1 && texte.All(c => char.IsAsciiDigit(c) || c is ',' or '.' or ' ' or '-'))
        {
            return $"{Citer(saisie)} a plusieurs virgules ou points ; écrivez 1234,56 (l'espace sépare les milliers).";
        }

        return texte.Any(char.IsAsciiDigit) && texte.All(c => char.IsAsciiDigit(c) || c is ',' or '.' or ' ')
            ? $"{Citer(saisie)} : l'espace ne sépare que les milliers, par exemple 1 234,56."
            : $"{Citer(saisie)} n'est pas un nombre.";
    }

    private static int Entier(Match forme, string groupe) =>
        int.Parse(forme.Groups[groupe].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<signe>[-\u2212] ?)?(?:(?<entiers>[0-9]+|[0-9]{1,3}(?: [0-9]{3})+)(?:[.,](?<fraction>[0-9]*))?|[.,](?<fraction>[0-9]+))$"
    )]
    private static partial Regex Nombre();

    [GeneratedRegex(@"\s*(?:€|eur|euros?)?\s*(?:ht|ttc)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Monnaie();

    /// <summary>Une heure nulle en fin de date vient des exports de bases : elle ne dit rien de plus.</summary>
    [GeneratedRegex(
        @"^(?:(?<jour>[0-9]{1,2})(?<s>[/.-])(?<mois>[0-9]{1,2})\k<s>(?<annee>[0-9]{4})|(?<annee>[0-9]{4})-(?<mois>[0-9]{1,2})-(?<jour>[0-9]{1,2}))(?:[ T]0?0:00(?::00)?)?$"
    )]
    private static partial Regex Date();

    [GeneratedRegex("^[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2}$")]
    private static partial Regex AnneeCourte();

    [GeneratedRegex("^(?<h>[0-9]{1,2}) ?(?:h|H|:) ?(?<m>[0-9]{2})?$")]
    private static partial Regex Heure();
}
