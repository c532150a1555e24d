using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Chaque étape de la dissolution est faite.</summary>
/// <remarks>RG1.33.</remarks>
public sealed record EtapeDeDissolutionFaite(string Etape, DateOnly? Le, string Identifiant) : IRegle
{
    public string Code => "RG1.33";

    public string Fondement => "Convention constitutive ; CCP, art. L2113-6";

    public string? Champ => Identifiant;

    public bool EstRespectee => Le is not null;

    public string Message => $"Il manque {Etape} : donnez sa date.";
}
