using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>La durée de l'accord-cadre est d'au moins un an et de dix ans au plus.</summary>
/// <remarks>Quatre ans sont la règle (CCP, art. R2125-1) ; au-delà, l'acheteur justifie la durée dans la procédure.</remarks>
public sealed record DureePlausible(int Annees) : IRegle
{
    public string Code => "RG5.11";

    public string Fondement => "CCP, art. R2121-8 et R2125-1";

    public string? Champ => "duree";

    public bool EstRespectee => Annees is >= 1 and <= 10;

    public string Message =>
        $"La durée de {EnClair.Compter(Annees, "an")} n'est pas plausible : de 1 à 10 ans, reconductions comprises.";
}
