using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures;

/// <summary>La référence d'une procédure, « PROC-2027-001 » : numérotée sans trou par année de création.</summary>
public sealed record ReferenceDeProcedure(int Annee, int Numero)
{
    private const string Prefixe = "PROC";

    /// <summary>La série du compteur qui donne les numéros d'une année.</summary>
    public static string Serie(int annee) => ReferenceAnnuelle.Serie(Prefixe, annee);

    public static bool TryParse(string? texte, out ReferenceDeProcedure? reference)
    {
        reference = ReferenceAnnuelle.TryLire(Prefixe, texte, out var annee, out var numero) ? new(annee, numero) : null;
        return reference is not null;
    }

    /// <exception cref="FormatException">Le texte n'est pas une référence de procédure.</exception>
    public static ReferenceDeProcedure Lire(string texte) =>
        TryParse(texte, out var reference)
            ? reference!
            : throw new FormatException($"« {texte} » n'est pas une référence de procédure (PROC-2027-001).");

    public override string ToString() => ReferenceAnnuelle.Ecrire(Prefixe, Annee, Numero);
}
