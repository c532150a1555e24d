using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Une décision autre que l'ajournement est motivée.</summary>
/// <remarks>RG2.33.</remarks>
public sealed record MotifsDeLIssue(IssueDuPoint Issue, string? Motifs) : IRegle
{
    public string Code => "RG2.33";

    public string Fondement => "Procès-verbal de la commission";

    public string? Champ => "motifs";

    public bool EstRespectee =>
        Motifs is { Length: > PointDOrdreDuJour.LongueurDesTextes }
            ? false
            : Issue is IssueDuPoint.Ajourne || !string.IsNullOrWhiteSpace(Motifs);

    public string Message => "Écrivez les raisons de la décision : le procès-verbal et l'extrait les reprennent.";
}
