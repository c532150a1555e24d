using System.Globalization;
using System.Text.RegularExpressions;

namespace CdgMarches.App.Socle;

/// <content>Les dates et les heures.</content>
public static partial class Saisie
{
    public const int AnneeMinimale = 1900;

    public const int AnneeMaximale = 2199;

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

    private static int Entier(Match forme, string groupe) =>
        int.Parse(forme.Groups[groupe].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

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
