using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>À un vote public, chaque voix présente est nommée, et le décompte est celui des voix nommées.</summary>
/// <remarks>RG2.30, RG2.33.</remarks>
public sealed record VoixNommeesConformes(bool EstNominatif, DecisionProposee Decision, IReadOnlySet<Guid> Presentes) : IRegle
{
    public string Code => "RG2.30";

    public string Fondement => "Procès-verbal de la commission";

    public string? Champ => "pour";

    public bool EstRespectee =>
        !EstNominatif
        || Decision.Issue is IssueDuPoint.Ajourne
        || (
            Decision.Voix is { } voix
            && Presentes.SetEquals(voix.Keys)
            && Decision.Vote
                == new Decompte(
                    voix.Values.Count(s => s is SensDuVote.Pour),
                    voix.Values.Count(s => s is SensDuVote.Contre),
                    voix.Values.Count(s => s is SensDuVote.Abstention)
                )
        );

    public string Message => "Le vote est public : indiquez le vote de chaque siège présent, et d'eux seuls.";
}
