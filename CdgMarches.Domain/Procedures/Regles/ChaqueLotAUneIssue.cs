using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Rien ne se clôt tant qu'un lot n'a pas d'issue.</summary>
/// <remarks>FEATURES E2 ; les états vivent sur le lot.</remarks>
public sealed record ChaqueLotAUneIssue(IReadOnlyList<int> LotsSansIssue) : IRegle
{
    public string Code => "RG1.21";

    public string Fondement => "Convention constitutive, art. 6.3 ; CCP, art. R2185-1";

    public bool EstRespectee => LotsSansIssue.Count == 0;

    public string Message =>
        $"La procédure ne se clôt pas tant qu'un lot n'a pas d'issue : donnez la sienne au lot {string.Join(", ", LotsSansIssue)} (attribué, infructueux, sans suite ou relancé).";
}
