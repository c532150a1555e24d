using System.Globalization;

namespace CdgMarches.Domain.Noyau;

/// <summary>La lecture des nombres que l'application a écrits elle-même (adresses, fichiers d'échange).</summary>
/// <remarks>Ce que tape une personne se lit ailleurs, avec ses espaces et sa virgule.</remarks>
internal static class NombreInvariant
{
    public static bool TryParse(string? texte, int decimales, out decimal valeur) =>
        decimal.TryParse(
            texte,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out valeur
        )
        && valeur == decimal.Round(valeur, decimales);
}
