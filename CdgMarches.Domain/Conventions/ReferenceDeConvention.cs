using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <summary>La référence d'une convention d'accès, « CONV-2027-001 » : numérotée sans trou par année de préparation.</summary>
public sealed record ReferenceDeConvention(int Annee, int Numero)
{
    private const string Prefixe = "CONV";

    /// <summary>La série du compteur qui donne les numéros d'une année.</summary>
    public static string Serie(int annee) => ReferenceAnnuelle.Serie(Prefixe, annee);

    public static bool TryParse(string? texte, out ReferenceDeConvention? reference)
    {
        reference = ReferenceAnnuelle.TryLire(Prefixe, texte, out var annee, out var numero) ? new(annee, numero) : null;
        return reference is not null;
    }

    /// <exception cref="FormatException">Le texte n'est pas une référence de convention.</exception>
    public static ReferenceDeConvention Lire(string texte) =>
        TryParse(texte, out var reference)
            ? reference!
            : throw new FormatException($"« {texte} » n'est pas une référence de convention (CONV-2027-001).");

    public override string ToString() => ReferenceAnnuelle.Ecrire(Prefixe, Annee, Numero);
}
