using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>L'offre retenue est la première du classement ; sinon le motif est écrit.</summary>
/// <remarks>CCP, art. L2152-7.</remarks>
public sealed record PremiereDuClassement(int? Premiere, int Choisie, string? Motif) : IRegle
{
    public string Code => "RG4.1";

    public string Fondement => "CCP, art. L2152-7";

    public string? Champ => "motifs-du-choix";

    public bool EstRespectee => Premiere == Choisie || !string.IsNullOrWhiteSpace(Motif);

    public string Message => "Cette offre n'est pas la première du classement : écrivez pourquoi elle est retenue.";
}
