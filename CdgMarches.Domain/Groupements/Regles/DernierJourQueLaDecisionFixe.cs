using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Le dernier jour d'un groupement que ses membres dissolvent est celui que leur décision fixe.</summary>
/// <remarks>
/// RG1.34 : ils l'ont approuvée dans les mêmes termes, on ne s'en écarte pas. Le dernier jour, voté ou non, est l'une des dates que
/// le texte approuvé cite. Quand il n'en cite aucune, le jour voté se dit ; à défaut, la décision n'en fixe pas.
/// </remarks>
public sealed record DernierJourQueLaDecisionFixe(
    CauseDeDissolution Cause,
    DateOnly DernierJour,
    DateOnly? JourVote,
    IReadOnlyList<DateOnly> JoursCites
) : IRegleDeConvention
{
    public string Code => "RG1.34";

    public string Article => "7";

    public string? Champ => JourVote is null ? "dernier-jour" : "jour-vote";

    public bool EstRespectee =>
        Cause is not CauseDeDissolution.Decision
        || ((JourVote is null || JourVote == DernierJour) && (JoursCites.Count == 0 || JoursCites.Contains(DernierJour)));

    public string Message =>
        JourVote is { } vote && (JoursCites.Count == 0 || JoursCites.Contains(vote))
            ? $"La décision fixe le {EnClair.Date(vote)} : le dernier jour, le {EnClair.Date(DernierJour)}, n'est pas celui-là. Corrigez l'un des deux."
            : $"Le texte que les membres ont approuvé cite {string.Join(", ", JoursCites.Select(j => $"le {EnClair.Date(j)}"))} : le dernier jour est celui qu'ils ont fixé. Choisissez-le ; un autre jour veut un autre avenant.";
}
