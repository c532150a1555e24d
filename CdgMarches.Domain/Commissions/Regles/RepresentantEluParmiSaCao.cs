using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Le représentant d'un membre qui a sa propre CAO est élu parmi ceux qui y ont voix délibérative.</summary>
/// <remarks>RG2.06, CGCT L1414-3 I et convention, art. 3.2. L'application ne connaît pas ces élections : elle demande qu'on le déclare.</remarks>
public sealed record RepresentantEluParmiSaCao(IReadOnlyList<string> NonDeclares) : IRegle
{
    public string Code => "RG2.06";

    public string Fondement => "CGCT, art. L1414-3 I ; convention constitutive, art. 3.2";

    public Portee Portee => Portee.Avertit;

    public bool EstRespectee => NonDeclares.Count == 0;

    public string Message =>
        $"Non déclaré élu parmi les membres à voix délibérative de la CAO de son membre : {Enumeration.De(NonDeclares)}. Vérifiez la délibération.";
}
