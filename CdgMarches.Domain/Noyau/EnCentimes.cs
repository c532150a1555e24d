using System.Globalization;

namespace CdgMarches.Domain.Noyau;

/// <summary>Le passage des euros aux centimes, commun aux montants HT et TTC.</summary>
internal static class EnCentimes
{
    /// <exception cref="ArgumentOutOfRangeException">Le montant porte une fraction de centime.</exception>
    /// <exception cref="OverflowException">Le montant dépasse ce qu'un entier de 64 bits porte en centimes.</exception>
    public static long Exacts(decimal euros)
    {
        var centimes = euros * 100m;
        return decimal.IsInteger(centimes)
            ? (long)centimes
            : throw new ArgumentOutOfRangeException(nameof(euros), euros, "Un montant s'exprime au centime près.");
    }

    /// <summary>Arrondi commercial : le demi-centime s'éloigne de zéro (RG6.12).</summary>
    /// <exception cref="OverflowException">Le montant dépasse ce qu'un entier de 64 bits porte en centimes.</exception>
    public static long Arrondis(decimal euros) => (long)(decimal.Round(euros, 2, MidpointRounding.AwayFromZero) * 100m);

    public static string EnTexte(long centimes) => (centimes / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Lit l'écriture invariante « -1234.56 » ; ni espaces, ni séparateur de milliers, ni fraction de centime.</summary>
    public static bool TryParse(string? texte, out long centimes)
    {
        centimes = 0;
        return NombreInvariant.TryParse(texte, 2, out var euros) && TryConvertir(euros, out centimes);
    }

    private static bool TryConvertir(decimal euros, out long centimes)
    {
        var dansLesBornes = Math.Abs(euros) <= long.MaxValue / 100m;
        centimes = dansLesBornes ? (long)(euros * 100m) : 0;
        return dansLesBornes;
    }
}
