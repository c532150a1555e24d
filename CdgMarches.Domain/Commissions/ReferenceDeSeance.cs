using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions;

/// <summary>La référence d'une séance, « CAO-2026-002 » : numérotée sans trou par année de réunion prévue.</summary>
public sealed record ReferenceDeSeance(int Annee, int Numero)
{
    private const string Prefixe = "CAO";

    /// <summary>La série du compteur qui donne les numéros d'une année.</summary>
    public static string Serie(int annee) => ReferenceAnnuelle.Serie(Prefixe, annee);

    public static bool TryParse(string? texte, out ReferenceDeSeance? reference)
    {
        reference = ReferenceAnnuelle.TryLire(Prefixe, texte, out var annee, out var numero) ? new(annee, numero) : null;
        return reference is not null;
    }

    /// <exception cref="FormatException">Le texte n'est pas une référence de séance.</exception>
    public static ReferenceDeSeance Lire(string texte) =>
        TryParse(texte, out var reference)
            ? reference!
            : throw new FormatException($"« {texte} » n'est pas une référence de séance (CAO-2026-002).");

    public override string ToString() => ReferenceAnnuelle.Ecrire(Prefixe, Annee, Numero);
}
