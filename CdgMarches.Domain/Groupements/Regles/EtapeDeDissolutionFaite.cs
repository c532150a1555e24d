using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Chaque étape de la dissolution est faite.</summary>
/// <remarks>La règle est celle de la cause.</remarks>
public sealed record EtapeDeDissolutionFaite(CauseDeDissolution Cause, string Etape, DateOnly? Le, string Identifiant) : IRegle
{
    public string Code => Cause.Regle();

    public string Fondement => "Convention constitutive ; CCP, art. L2113-6";

    public string? Champ => Identifiant;

    public bool EstRespectee => Le is not null;

    public string Message => $"Il manque {Etape} : donnez sa date.";
}
