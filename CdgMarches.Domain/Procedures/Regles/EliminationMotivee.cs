using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Écarter une candidature ou une offre se motive.</summary>
/// <remarks>CCP, art. R2181-3 et R2184-1, 4°.</remarks>
public sealed record EliminationMotivee(bool EstGardee, string? Motif) : IRegle
{
    public string Code => "RG4.30";

    public string Fondement => "CCP, art. R2181-3";

    public string? Champ => "motif";

    public bool EstRespectee => EstGardee || !string.IsNullOrWhiteSpace(Motif);

    public string Message => "Donnez le motif : il part au candidat et figure au rapport de présentation.";
}
