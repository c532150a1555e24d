using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>La référence d'un groupement, « GC-2026-003 » : numérotée sans trou par année de création.</summary>
public sealed record ReferenceDeGroupement(int Annee, int Numero)
{
    private const string Prefixe = "GC";

    /// <summary>La série du compteur qui donne les numéros d'une année.</summary>
    public static string Serie(int annee) => ReferenceAnnuelle.Serie(Prefixe, annee);

    public static bool TryParse(string? texte, out ReferenceDeGroupement? reference)
    {
        reference = ReferenceAnnuelle.TryLire(Prefixe, texte, out var annee, out var numero) ? new(annee, numero) : null;
        return reference is not null;
    }

    /// <exception cref="FormatException">Le texte n'est pas une référence de groupement.</exception>
    public static ReferenceDeGroupement Lire(string texte) =>
        TryParse(texte, out var reference)
            ? reference!
            : throw new FormatException($"« {texte} » n'est pas une référence de groupement (GC-2026-003).");

    public override string ToString() => ReferenceAnnuelle.Ecrire(Prefixe, Annee, Numero);
}
