using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>L'exclusion d'un membre se motive.</summary>
/// <remarks>RG1.22.</remarks>
public sealed record ExclusionMotivee(bool Reintegre, string? Motif) : IRegle
{
    public string Code => "RG1.22";

    public string Fondement => "Convention, art. 4";

    public string? Champ => "exclusion-motif";

    public bool EstRespectee => Reintegre || !string.IsNullOrWhiteSpace(Motif);

    public string Message => "Dites pourquoi ce membre est exclu : son absence du marché se justifie.";
}
