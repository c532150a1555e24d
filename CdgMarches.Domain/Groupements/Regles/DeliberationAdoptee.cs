using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Une réponse est une délibération datée.</summary>
/// <remarks>RG1.11, RG1.34.</remarks>
public sealed record DeliberationAdoptee(DateOnly? AdopteeLe) : IRegle
{
    public string Code => "RG1.11";

    public string Fondement => "CGCT, art. L2131-1";

    public string? Champ => "adoptee";

    public bool EstRespectee => AdopteeLe is not null;

    public string Message => "La date de la délibération manque : c'est elle qui répond au nom du membre.";
}
