using System.Globalization;

namespace CdgMarches.Domain.Noyau;

/// <summary>L'écriture commune des références numérotées sans trou par année : « GC-2026-003 ».</summary>
internal static class ReferenceAnnuelle
{
    public static string Ecrire(string prefixe, int annee, int numero) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefixe}-{annee:D4}-{numero:D3}");

    /// <summary>Le nom de la série du compteur : elle recommence chaque année.</summary>
    public static string Serie(string prefixe, int annee) => string.Create(CultureInfo.InvariantCulture, $"{prefixe}-{annee:D4}");

    public static bool TryLire(string prefixe, string? texte, out int annee, out int numero)
    {
        (annee, numero) = (0, 0);
        return (texte ?? "").Trim().ToUpperInvariant().Split('-') is [var lu, { Length: 4 } a, { Length: >= 3 } n]
            && lu == prefixe
            && int.TryParse(a, NumberStyles.None, CultureInfo.InvariantCulture, out annee)
            && int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out numero)
            && numero > 0;
    }
}
