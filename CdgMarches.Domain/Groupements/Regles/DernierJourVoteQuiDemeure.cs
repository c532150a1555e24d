using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Le dernier jour voté ne s'efface pas d'un dossier ouvert, tant que le texte approuvé cite un jour.</summary>
/// <remarks>RG1.34 : les membres ont approuvé ce texte dans les mêmes termes.</remarks>
public sealed record DernierJourVoteQuiDemeure(DateOnly? Ancien, DateOnly? Nouveau, IReadOnlyList<DateOnly> JoursCites)
    : IRegleDeConvention
{
    public string Code => "RG1.34";

    public string Article => "7";

    public string? Champ => "jour-vote";

    public bool EstRespectee => Ancien is null || Nouveau is not null || JoursCites.Count == 0;

    public string Message =>
        $"Le texte que les membres ont approuvé fixe le dernier jour : celui qu'ils ont voté, le {EnClair.Date(Ancien!.Value)}, ne s'efface pas. Remettez-le.";
}
