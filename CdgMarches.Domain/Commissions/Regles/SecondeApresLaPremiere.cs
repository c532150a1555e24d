using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>La seconde convocation part après l'échec de la première réunion.</summary>
/// <remarks>RG2.24 a. Une « double convocation » envoyée d'avance ne vaut pas.</remarks>
public sealed record SecondeApresLaPremiere(DateOnly Envoi, DateOnly? Premiere) : IRegle
{
    public string Code => "RG2.24";

    public string Fondement => "CGCT, art. L1411-5 ; convention constitutive, art. 3.2";

    public bool EstRespectee => Premiere is not { } premiere || Envoi >= premiere;

    public string Message => "La seconde convocation part après la réunion sans quorum, jamais avant.";
}
