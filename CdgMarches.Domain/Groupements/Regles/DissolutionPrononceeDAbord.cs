using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un groupement se dissout une fois sa dissolution prononcée.</summary>
/// <remarks>La règle est celle de la cause.</remarks>
public sealed record DissolutionPrononceeDAbord(CauseDeDissolution Cause, DateOnly? PrononceeLe) : IRegle
{
    public string Code => Cause.Regle();

    public string Fondement => "Convention constitutive ; CCP, art. L2113-6";

    public bool EstRespectee => PrononceeLe is not null;

    public string Message => "La dissolution n'est pas prononcée : son dossier dit ce qui manque.";
}
