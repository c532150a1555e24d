using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>L'action demande un motif.</summary>
public sealed record MotifRenseigne(string? Motif) : IRegle
{
    public string Code => "RG2.33";

    public string Fondement => "Procès-verbal de la commission";

    public string? Champ => "motif";

    public bool EstRespectee => Motif?.Trim() is { Length: > 0 and <= Seance.LongueurDesTextes };

    public string Message => "Donnez un motif : les pièces de la séance le reprennent.";
}
