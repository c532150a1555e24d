using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>L'issue est de celles que la nature du point permet.</summary>
/// <remarks>RG2.01, RG2.40. La commission choisit le titulaire ; sur un avenant, ou hors compétence, elle ne donne qu'un avis.</remarks>
public sealed record IssueDeLaNature(IssueDuPoint Issue, NatureDuPoint Nature) : IRegle
{
    public string Code => Nature is NatureDuPoint.ChoixDuTitulaire ? "RG2.01" : "RG2.40";

    public string Fondement => Nature is NatureDuPoint.ChoixDuTitulaire ? "CGCT, art. L1414-2" : "CGCT, art. L1414-4";

    public string? Champ => "issue";

    public bool EstRespectee => Permises(Nature).Contains(Issue);

    public string Message =>
        $"Pour un point « {Nature.Libelle().ToLower(Francais.Culture)} », l'issue est : {string.Join(", ", Permises(Nature).Select(i => i.Libelle().ToLower(Francais.Culture)))}.";

    public static IReadOnlyList<IssueDuPoint> Permises(NatureDuPoint nature) =>
        nature is NatureDuPoint.ChoixDuTitulaire
            ? [IssueDuPoint.Attribution, IssueDuPoint.Infructueux, IssueDuPoint.SansSuite, IssueDuPoint.Ajourne]
            : [IssueDuPoint.AvisFavorable, IssueDuPoint.AvisDefavorable, IssueDuPoint.Ajourne];
}
