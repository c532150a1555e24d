namespace CdgMarches.Domain.Documents.Regles;

/// <summary>Ce qui veut chaque annexe d'une convention d'accès.</summary>
/// <remarks>Son article 7 n'annexe que la grille ; sans délibération exécutoire, l'exécutif n'a pas qualité pour signer.</remarks>
internal static class FondementDesAnnexes
{
    public const string Grille = "Convention d'accès, art. 7";

    public const string Deliberation = "CGCT, art. L2121-29 et L2131-1 ; convention d'accès, parties signataires";

    /// <param name="manquantes">Le nom des annexes qui manquent.</param>
    public static string DAcces(IReadOnlyList<string> manquantes) =>
        string.Join(
            " ; ",
            manquantes
                .Select(m => m.StartsWith("Grille", StringComparison.Ordinal) ? Grille : Deliberation)
                .Order(StringComparer.Ordinal)
                .Distinct()
        );
}
