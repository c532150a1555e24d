using System.Globalization;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Socle;

/// <summary>
/// Tout ce que l'écran montre de chiffré ou daté. Les milliers sont séparés par une espace fine insécable (U+202F), les
/// unités précédées d'une espace insécable (U+00A0) : un nombre ne se coupe jamais en bout de ligne.
/// </summary>
public static class Formats
{
    /// <summary>Espace fine insécable, entre les milliers.</summary>
    public const char Fine = '\u202f';

    /// <summary>Espace insécable, devant une unité.</summary>
    public const char Insecable = '\u00a0';

    /// <summary>Ce qui tient lieu d'une valeur absente.</summary>
    public const string Absent = "—";

    private static readonly NumberFormatInfo Nombres = NumberFormatInfo.ReadOnly(
        new NumberFormatInfo
        {
            NumberDecimalSeparator = ",",
            NumberGroupSeparator = "\u202f",
            NumberGroupSizes = [3],
            NegativeSign = "-",
        }
    );

    /// <summary><c>1 234,56 €</c></summary>
    public static string Euros(decimal euros) => euros.ToString("#,0.00", Nombres) + Insecable + "€";

    /// <summary><c>1 234,56 € HT</c></summary>
    public static string EurosHt(decimal euros) => Euros(euros) + Insecable + "HT";

    /// <summary><c>1 234,56 € TTC</c></summary>
    public static string EurosTtc(decimal euros) => Euros(euros) + Insecable + "TTC";

    /// <summary><c>1 234,56 € HT</c></summary>
    public static string Montant(MontantHt montant) => EurosHt(montant.Euros);

    public static string Montant(MontantHt? montant) => montant is { } m ? Montant(m) : Absent;

    /// <summary><c>1 234,56 € TTC</c></summary>
    public static string Montant(MontantTtc montant) => EurosTtc(montant.Euros);

    public static string Montant(MontantTtc? montant) => montant is { } m ? Montant(m) : Absent;

    /// <summary><c>0,0125 €</c>, deux à quatre décimales.</summary>
    public static string Prix(PrixUnitaire prix) => prix.Valeur.ToString("#,0.00##", Nombres) + Insecable + "€";

    public static string Prix(PrixUnitaire? prix) => prix is { } p ? Prix(p) : Absent;

    /// <summary><c>1 234,5</c>, sans décimale inutile.</summary>
    public static string Quantite(Quantite quantite) => Nombre(quantite.Valeur);

    public static string Quantite(Quantite? quantite) => quantite is { } q ? Quantite(q) : Absent;

    /// <summary><c>1 234,5 kg</c></summary>
    public static string Quantite(Quantite quantite, string unite) => Quantite(quantite) + Insecable + unite;

    /// <summary>Des centimes, comme la base les tient, en <c>1 234,56 €</c>.</summary>
    public static string Centimes(long centimes) => Euros(centimes / 100m);

    /// <summary>Des centimes en <c>1 234,56 € HT</c>.</summary>
    public static string CentimesHt(long centimes) => EurosHt(centimes / 100m);

    /// <summary>Une quantité en millièmes, sans décimale inutile : <c>1 234,5</c>.</summary>
    public static string Milliemes(long milliemes) => Nombre(milliemes / 1000m);

    /// <summary>Une quantité et son unité : <c>1 234,5 kg</c>.</summary>
    public static string Milliemes(long milliemes, string unite) => Milliemes(milliemes) + Insecable + unite;

    public static string Nombre(long valeur) => valeur.ToString("#,0", Nombres);

    /// <summary>Un nombre sans décimale inutile, trois au plus.</summary>
    public static string Nombre(decimal valeur) => valeur.ToString("#,0.###", Nombres);

    internal static string Decimal(decimal valeur, int decimales) =>
        valeur.ToString("#,0." + new string('#', decimales), Nombres);

    /// <summary>Un rapport en pour cent : 0,125 → <c>12,5 %</c>.</summary>
    public static string Pourcentage(decimal rapport, int decimales = 1) =>
        decimal.Round(rapport * 100, decimales, MidpointRounding.AwayFromZero).ToString("#,0.####", Nombres) + Insecable + "%";

    /// <summary>Un écart relatif, toujours signé : <c>+50 %</c>.</summary>
    public static string Ecart(decimal rapport) => (rapport > 0 ? "+" : string.Empty) + Pourcentage(rapport, 0);

    /// <summary><c>16/03/2026</c>, pour les tableaux.</summary>
    public static string DateCourte(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string DateCourte(DateOnly? date) => date is { } jour ? DateCourte(jour) : Absent;

    /// <summary><c>16 mars 2026</c>, <c>1er avril 2026</c>.</summary>
    public static string DateLongue(DateOnly date) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{date.Day}{(date.Day == 1 ? "er" : "")} {date.ToString("MMMM", Francais.Culture)} {date.Year}"
        );

    /// <summary><c>lundi 16 mars 2026</c></summary>
    public static string DateAvecJour(DateOnly date) => date.ToString("dddd", Francais.Culture) + " " + DateLongue(date);

    /// <summary><c>14 h 30</c></summary>
    public static string Heure(TimeOnly heure) =>
        string.Create(CultureInfo.InvariantCulture, $"{heure.Hour}{Insecable}h{Insecable}{heure.Minute:00}");

    /// <summary>L'heure d'un instant dans le fuseau du CDG (<see cref="HorlogeLegale.Fuseau"/>).</summary>
    public static string Heure(DateTimeOffset instant, TimeZoneInfo fuseau) =>
        Heure(TimeOnly.FromDateTime(Locale(instant, fuseau)));

    /// <summary><c>16/03/2026 à 14 h 30</c>, dans le fuseau du CDG.</summary>
    public static string Instant(DateTimeOffset instant, TimeZoneInfo fuseau)
    {
        var locale = Locale(instant, fuseau);
        return $"{DateCourte(DateOnly.FromDateTime(locale))} à {Heure(TimeOnly.FromDateTime(locale))}";
    }

    /// <summary><c>16 mars 2026 à 14 h 30</c>, dans le fuseau du CDG.</summary>
    public static string InstantLong(DateTimeOffset instant, TimeZoneInfo fuseau)
    {
        var locale = Locale(instant, fuseau);
        return $"{DateLongue(DateOnly.FromDateTime(locale))} à {Heure(TimeOnly.FromDateTime(locale))}";
    }

    public static string Siret(Siret siret) => siret.Formater();

    public static string Siren(Siren siren) => Siren(siren.Valeur);

    /// <summary>Quatorze chiffres groupés 3-3-3-5 ; ce qui n'en est pas est rendu tel quel.</summary>
    public static string Siret(string siret) =>
        siret.Length == 14 && siret.All(char.IsAsciiDigit) ? Siren(siret[..9]) + Insecable + siret[9..] : siret;

    /// <summary>Neuf chiffres groupés par trois ; ce qui n'en est pas est rendu tel quel.</summary>
    public static string Siren(string siren) =>
        siren.Length == 9 && siren.All(char.IsAsciiDigit)
            ? $"{siren[..3]}{Insecable}{siren[3..6]}{Insecable}{siren[6..]}"
            : siren;

    /// <summary><c>512 octets</c>, <c>350 Ko</c>, <c>1,2 Mo</c>.</summary>
    public static string TailleDeFichier(long octets) =>
        octets switch
        {
            < 1024 => Compter(octets, "octet"),
            < 1024 * 1024 => (octets / 1024m).ToString("#,0", Nombres) + Insecable + "Ko",
            < 1024L * 1024 * 1024 => (octets / 1048576m).ToString("#,0.#", Nombres) + Insecable + "Mo",
            _ => (octets / 1073741824m).ToString("#,0.#", Nombres) + Insecable + "Go",
        };

    /// <summary>Un nombre et son nom accordé : <c>0 ligne</c>, <c>1 ligne</c>, <c>2 lignes</c> (en français, 0 et 1 sont singuliers).</summary>
    public static string Compter(long nombre, string singulier, string? pluriel = null) =>
        Nombre(nombre) + " " + (Math.Abs(nombre) < 2 ? singulier : pluriel ?? singulier + "s");

    private static DateTime Locale(DateTimeOffset instant, TimeZoneInfo fuseau) =>
        TimeZoneInfo.ConvertTime(instant, fuseau).DateTime;
}
