using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un groupement permanent n'a pas de date de fin.</summary>
/// <remarks>RG1.17. Durée indéterminée : il prend fin par dissolution, non par terme.</remarks>
public sealed record PermanentSansFin(bool EstPermanent, DateOnly? Fin) : IRegle
{
    public string Code => "RG1.17";

    public string Fondement => "Convention constitutive, durée";

    public string? Champ => "fin";

    public bool EstRespectee => !EstPermanent || Fin is null;

    public string Message => "Un groupement permanent n'a pas de date de fin : effacez-la, ou décochez « permanent ».";
}
