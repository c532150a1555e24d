using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>Sur chaque ligne, minimum ≤ estimé ≤ maximum.</summary>
public sealed record QuantitesOrdonnees(IReadOnlyList<int> Lignes) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "CCP, art. R2162-4 (minimum et maximum)";

    public string? Champ => Lignes.Count > 0 ? $"ligne-{Lignes[0]}" : null;

    public bool EstRespectee => Lignes.Count == 0;

    public string Message =>
        $"Le minimum ne peut dépasser l'estimé, ni l'estimé le maximum. À corriger : {(Lignes.Count == 1 ? "ligne" : "lignes")} {string.Join(", ", Lignes.Take(20))}{(Lignes.Count > 20 ? "…" : "")}.";
}
