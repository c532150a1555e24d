using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Les besoins viennent d'un recensement gelé, ou l'on dit comment ils sont connus.</summary>
/// <remarks>RG5.01, tableau 4.1, étape 2 : chaque membre a répondu avant la publication. Une procédure reprise, ou sans recensement, le dit dans son motif.</remarks>
public sealed record BesoinsRecenses(ConsolidationId? Consolidation) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Convention constitutive, art. 4";

    public Portee Portee => Portee.Avertit;

    public bool EstRespectee => Consolidation is not null;

    public string Message =>
        "Aucun recensement gelé n'est rattaché : rattachez-le dans l'onglet Préparation, ou dites dans le motif comment les besoins des membres sont établis.";
}
