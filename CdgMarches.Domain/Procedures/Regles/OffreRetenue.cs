using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>L'étape suppose une offre retenue.</summary>
/// <remarks>CCP, art. R2144-4.</remarks>
public sealed record OffreRetenue(int? Retenue) : IRegle
{
    public string Code => "RG4.35";

    public string Fondement => "CCP, art. R2144-4";

    public bool EstRespectee => Retenue is not null;

    public string Message => "Aucune offre n'est encore retenue : enregistrez d'abord le choix.";
}
