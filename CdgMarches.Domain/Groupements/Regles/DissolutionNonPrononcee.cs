using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Une dissolution prononcée ne change plus.</summary>
/// <remarks>La règle est celle de la cause.</remarks>
public sealed record DissolutionNonPrononcee(CauseDeDissolution Cause, DateOnly? PrononceeLe) : IRegle
{
    public string Code => Cause.Regle();

    public string Fondement => "Convention constitutive ; CCP, art. L2113-6";

    public bool EstRespectee => PrononceeLe is null;

    public string Message =>
        $"La dissolution est prononcée depuis le {EnClair.Date(PrononceeLe!.Value)} : le dossier se lit, il ne se modifie plus.";
}
