using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>Toute valeur qui surprend est confirmée par une justification.</summary>
/// <remarks>C9 : écart de plus de 50 % avec N-1, zéro ou blanc alors que N-1 était positif, valeur hors de sa strate.</remarks>
public sealed record AnomaliesJustifiees(IReadOnlyList<int> Lignes) : IRegle
{
    public string Code => "C9";

    public string Fondement => "Contrôle de vraisemblance";

    public string? Champ => Lignes.Count > 0 ? $"ligne-{Lignes[0]}" : null;

    public bool EstRespectee => Lignes.Count == 0;

    public string Message =>
        $"{EnClair.Compter(Lignes.Count, "valeur surprend : corrigez-la", "valeurs surprennent : corrigez-les")}, ou dites pourquoi dans « Justification ». {(Lignes.Count == 1 ? "Ligne" : "Lignes")} {string.Join(", ", Lignes.Take(20))}{(Lignes.Count > 20 ? "…" : "")}.";
}
