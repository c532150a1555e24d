using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Une collectivité n'est partie qu'une fois à la convention.</summary>
/// <remarks>RG1.10.</remarks>
public sealed record PartieUneSeuleFois(string Nom, bool EstDejaPartie) : IRegle
{
    public string Code => "RG1.10";

    public string Fondement => "CCP, art. L2113-7";

    public string? Champ => "partie";

    public bool EstRespectee => !EstDejaPartie;

    public string Message => $"{Nom} est déjà partie à la convention : modifiez sa ligne au lieu d'en ajouter une seconde.";
}
