using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Un siège n'est pas convoqué à deux séances en même temps.</summary>
public sealed record UneSeuleSeanceALaFois(string? AutreSeance) : IRegle
{
    public string Code => "RG2.13";

    public string Fondement => "Convention constitutive, art. 3.2";

    public string? Champ => "heure";

    public bool EstRespectee => AutreSeance is null;

    public string Message =>
        $"{AutreSeance} se tient ce jour-là à la même heure pour un siège au moins : choisissez une autre heure.";
}
