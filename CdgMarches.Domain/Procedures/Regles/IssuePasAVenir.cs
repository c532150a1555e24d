using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>L'issue d'un lot suit le lancement et n'est pas à venir.</summary>
/// <remarks>RG1.21.</remarks>
public sealed record IssuePasAVenir(DateOnly Jour, DateOnly Aujourdhui, DateOnly? Lancement) : IRegle
{
    public string Code => "RG1.21";

    public string Fondement => "CCP, art. R2185-1";

    public string? Champ => "issue-jour";

    public bool EstRespectee => Jour <= Aujourdhui && (Lancement is not { } lance || Jour >= lance);

    public string Message =>
        $"L'issue est un fait : sa date va du lancement{(Lancement is { } l ? $", le {EnClair.Date(l)}," : "")} à aujourd'hui, le {EnClair.Date(Aujourdhui)}.";
}
