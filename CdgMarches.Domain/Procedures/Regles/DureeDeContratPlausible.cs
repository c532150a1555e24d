using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>La durée d'un contrat se compte en mois, d'un à cent quatre-vingts.</summary>
/// <remarks>Borne de saisie.</remarks>
public sealed record DureeDeContratPlausible(int? Mois) : IRegle
{
    public string Code => "RG4.71";

    public string Fondement => "CCP, art. L2112-5";

    public string? Champ => "duree";

    public bool EstRespectee => Mois is null or (>= 1 and <= 180);

    public string Message => "Indiquez la durée en mois, reconductions comprises, entre 1 et 180.";
}
