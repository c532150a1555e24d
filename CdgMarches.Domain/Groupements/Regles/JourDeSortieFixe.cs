using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Le retrait a un jour de sortie.</summary>
/// <remarks>RG1.30.</remarks>
public sealed record JourDeSortieFixe(DateOnly? SortieLe) : IRegle
{
    public string Code => "RG1.30";

    public string Fondement => "Convention constitutive, art. 6.2";

    public string? Champ => "sortie";

    public bool EstRespectee => SortieLe is not null;

    public string Message => "Le jour de sortie n'est pas fixé : la délibération le fixe.";
}
