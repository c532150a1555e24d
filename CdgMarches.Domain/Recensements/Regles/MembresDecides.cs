using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>Au gel, chaque membre est validé ou décidé ; sinon le gel les nomme et dit pourquoi on passe outre.</summary>
public sealed record MembresDecides(IReadOnlyList<string> NonDecides) : IRegle
{
    public string Code => "RG5.21";

    public string Fondement => "Gel de la consolidation";

    public Portee Portee => Portee.Avertit;

    public string? Champ => "motif";

    public bool EstRespectee => NonDecides.Count == 0;

    public string Message =>
        $"{EnClair.Compter(NonDecides.Count, "réponse n'est ni validée ni décidée et ne comptera pas", "réponses ne sont ni validées ni décidées et ne compteront pas")} : {string.Join(" ; ", NonDecides.Take(10))}{(NonDecides.Count > 10 ? "…" : "")}. Décidez-en, ou gelez avec un motif.";
}
