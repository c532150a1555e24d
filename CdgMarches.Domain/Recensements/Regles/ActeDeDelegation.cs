using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>Une délégation cite l'acte qui la donne.</summary>
public sealed record ActeDeDelegation(string? Acte) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "CGCT, art. L2122-18 et L2122-19 (délégations de l'exécutif)";

    public string? Champ => "acte";

    public bool EstRespectee => !string.IsNullOrWhiteSpace(Acte) && Acte.Trim().Length <= Delegation.LongueurActe;

    public string Message =>
        $"Citez l'acte qui délègue, par exemple « arrêté 2026-14 du 3 mai 2026 » ({Delegation.LongueurActe} caractères au plus).";
}
