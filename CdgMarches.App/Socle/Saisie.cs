using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CdgMarches.Domain.Noyau;

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

    /// <summary>Une quantité positive ou nulle, à trois décimales au plus.</summary>
    public static bool TryQuantite(string? saisie, out Quantite quantite, out string? erreur)
    {
        var lue = TryMilliemes(saisie, out var milliemes, out erreur);
        quantite = Quantite.DeMilliemes(milliemes);
        return lue;
    }

    /// <summary>Un montant hors taxes, à deux décimales au plus.</summary>
    public static bool TryMontantHt(string? saisie, out MontantHt montant, out string? erreur, bool negatifPermis = false)
    {
        var lu = TryCentimes(saisie, out var centimes, out erreur, negatifPermis);
        montant = MontantHt.DeCentimes(centimes);
        return lu;
    }

    /// <summary>Un montant toutes taxes comprises, à deux décimales au plus.</summary>
    public static bool TryMontantTtc(string? saisie, out MontantTtc montant, out string? erreur, bool negatifPermis = false)
    {
        var lu = TryCentimes(saisie, out var centimes, out erreur, negatifPermis);
        montant = MontantTtc.DeCentimes(centimes);
        return lu;
    }

    /// <summary>Un prix unitaire positif ou nul, à quatre décimales au plus.</summary>
    public static bool TryPrix(string? saisie, out PrixUnitaire prix, out string? erreur)
    {
        var nombre = saisie is null ? null : Monnaie().Replace(saisie, string.Empty);
        var lu = TryDecimal(nombre, 4, MontantMaximal, out var valeur, out erreur);
        if (lu && valeur < 0)
        {
            erreur = $"{Citer(saisie)} est négatif ; un prix est positif ou nul.";
            lu = false;
        }

        prix = lu ? PrixUnitaire.De(valeur) : PrixUnitaire.Zero;
        return lu;
    }

    /// <summary>Une quantité, en millièmes (<c>1 234,5</c> → 1 234 500), positive ou nulle, à trois décimales au plus.</summary>
    public static bool TryMilliemes(string? saisie, out long milliemes, out string? erreur)
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
    public static bool TryCentimes(string? saisie, out long centimes, out string? erreur, bool negatifPermis = false)
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

    [GeneratedRegex(
        @"^(?<signe>[-\u2212] ?)?(?:(?<entiers>[0-9]+|[0-9]{1,3}(?: [0-9]{3})+)(?:[.,](?<fraction>[0-9]*))?|[.,](?<fraction>[0-9]+))$"
    )]
    private static partial Regex Nombre();

    [GeneratedRegex(@"\s*(?:€|eur|euros?)?\s*(?:ht|ttc)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Monnaie();
}
