using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Le dernier jour d'un groupement que ses membres dissolvent est celui que leur texte fixe.</summary>
/// <remarks>
/// RG1.34 : ils l'ont approuvé dans les mêmes termes. Le texte est libre, ses dates se relèvent : le motif de la dissolution dit
/// pourquoi l'on s'en écarte, quand elles parlent d'autre chose.
/// </remarks>
public sealed record DernierJourDuTexteVote(CauseDeDissolution Cause, DateOnly DernierJour, IReadOnlyList<DateOnly> JoursCites)
    : IRegleDeConvention
{
    public string Code => "RG1.34";

    public string Article => "7";

    public Portee Portee => Portee.Avertit;

    public string? Champ => "dernier-jour";

    public bool EstRespectee =>
        Cause is not CauseDeDissolution.Decision || JoursCites.Count == 0 || JoursCites.Contains(DernierJour);

    public string Message =>
        $"Le texte que les membres ont approuvé cite {string.Join(", ", JoursCites.Select(j => $"le {EnClair.Date(j)}"))} : si c'est le jour qu'ils ont fixé, le dernier jour est celui-là. Sinon, le motif dit pourquoi.";
}
