using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Infructueux, sans suite ou relancé : la raison est écrite, elle part aux candidats.</summary>
/// <remarks>CCP, art. R2185-2.</remarks>
public sealed record IssueMotivee(IssueDeLot Issue, string? Motif) : IRegle
{
    public string Code => "RG4.30";

    public string Fondement => "CCP, art. R2185-2";

    public string? Champ => "issue-motif";

    public bool EstRespectee => Issue is IssueDeLot.Attribue || !string.IsNullOrWhiteSpace(Motif);

    public string Message => "Donnez la raison : elle est communiquée aux candidats et figure au rapport de présentation.";
}
