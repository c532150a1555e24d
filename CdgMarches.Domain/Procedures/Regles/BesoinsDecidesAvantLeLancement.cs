using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Le besoin de chaque membre est validé, décidé, ou le membre est exclu avec un motif.</summary>
/// <remarks>RG1.22, RG5.01 ; rép. min. AN no 100136 du 17/05/2011.</remarks>
public sealed record BesoinsDecidesAvantLeLancement(IReadOnlyList<string> NonDecides) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Convention constitutive, art. 4 ; CCP, art. R2162-6";

    public bool EstRespectee => NonDecides.Count == 0;

    public string Message =>
        $"{(NonDecides.Count == 1 ? "Un besoin n'est ni validé ni décidé" : $"{NonDecides.Count.ToString(Francais.Culture)} besoins ne sont ni validés ni décidés")} : {Noms}. "
        + "Faites-les valider, décidez-les dans le recensement, ou excluez ces membres avec un motif.";

    private string Noms =>
        NonDecides.Count <= 5
            ? string.Join(" ; ", NonDecides)
            : $"{string.Join(" ; ", NonDecides.Take(5))} et {EnClair.Compter(NonDecides.Count - 5, "autre")}";
}
