using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Une demande ou un tour vise au moins un candidat.</summary>
/// <remarks>CCP, art. R2144-2.</remarks>
public sealed record UnCandidatAuMoins(int Candidats) : IRegle
{
    public string Code => "RG4.1";

    public string Fondement => "CCP, art. R2144-2";

    public bool EstRespectee => Candidats > 0;

    public string Message => "Aucun candidat n'est concerné : choisissez-en au moins un.";
}
