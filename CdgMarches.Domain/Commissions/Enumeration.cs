using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions;

/// <summary>Une énumération courte pour un message : les cinq premiers, puis combien d'autres.</summary>
internal static class Enumeration
{
    private const int Montres = 5;

    public static string De(IReadOnlyList<string> noms) =>
        noms.Count <= Montres
            ? string.Join(", ", noms)
            : $"{string.Join(", ", noms.Take(Montres))} et {EnClair.Compter(noms.Count - Montres, "autre")}";
}
