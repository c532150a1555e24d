using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Le suppléant est un autre agent que le responsable.</summary>
/// <remarks>Chaque objet a un responsable et un suppléant au CDG ; le second ne sert à rien s'il est le premier.</remarks>
public sealed record SuppleantAutreQueLeResponsable(Guid? Responsable, Guid? Suppleant) : IRegle
{
    public string Code => "RG1.03";

    public string Fondement => "Organisation du CDG";

    public string? Champ => "suppleant";

    public bool EstRespectee => Suppleant is null || Suppleant != Responsable;

    public string Message => "Choisissez pour suppléant un autre agent que le responsable.";
}
